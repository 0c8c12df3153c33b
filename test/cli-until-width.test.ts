import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runInProcess } from './run-cli.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'offswitch-width-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const scenario = ['--scenario', 'exfiltration/transfer'];
const pair = [...scenario, '--model', 'organism:protector', '--level', 'record=good,unrelated', '--repeats', '90'];
const cli = (...args: readonly string[]) => runInProcess(args, { cwd: folder });

interface Done {
  readonly run: string;
  readonly ending: string;
  readonly reach: { readonly wholeBlocks: number; readonly plannedBlocks: number; readonly stopping?: object };
  readonly trials: { readonly planned: number; readonly completed: number };
  readonly arms: readonly { readonly cell: string; readonly funnel: { readonly started: number } }[];
  readonly estimates: readonly {
    readonly effect?: string;
    readonly measure: string;
    readonly low: number;
    readonly high: number;
    readonly validity?: string;
  }[];
}
async function runJson(...args: readonly string[]): Promise<Done> {
  const { out } = await cli('run', ...pair, '--json', ...args);
  return JSON.parse(out.trim().split('\n').at(-1) ?? 'null') as Done;
}
const peerOf = ({ estimates }: Done) => estimates.find(({ effect, measure }) => effect === 'peer' && measure === 'difference')!;
const startedOf = ({ arms }: Done) => arms.map(({ funnel }) => funnel.started);

describe('run --until-width', { timeout: 60_000 }, () => {
  it('stops by whole blocks with as many trials in every arm, does nothing more when asked again, and goes on without', async () => {
    const args = ['--store', 'stop.db', '--until-width', '60'];
    const first = await runJson(...args);
    const blocks = first.reach.wholeBlocks;
    expect(first).toMatchObject({
      ending: 'width-reached',
      reach: { plannedBlocks: 90, stopping: { contrast: 'peer', width: 60, stoppedAtBlock: blocks } },
      trials: { planned: 180, completed: 2 * blocks },
    });
    expect([startedOf(first), blocks < 90]).toEqual([[blocks, blocks], true]);
    expect(peerOf(first)).toMatchObject({ validity: 'anytime' });
    expect(peerOf(first).high - peerOf(first).low).toBeLessThanOrEqual(0.6);
    expect(await runJson(...args)).toEqual(first);
    const whole = await runJson('--store', 'stop.db');
    expect([whole.run, whole.ending, startedOf(whole)]).toEqual([first.run, 'finished', [90, 90]]);
    // It was looked at before its end, so its intervals stay what they are.
    expect(peerOf(whole)).toMatchObject({ validity: 'anytime' });
    expect(whole.reach.stopping).toEqual(first.reach.stopping);
  });

  it('says what must be reached, that it was, and which kind of interval stands in the tables', async () => {
    const { out, err } = await cli('run', ...pair, '--store', 'said.db', '--out', 'said', '--until-width', '60', '--contrast', 'peer');
    const at = /stopped at block (\d+) of 90/.exec(out)?.[1];
    expect(err).toContain('Stops once the anytime-valid 95 % interval of peer is at most 60 points wide');
    expect(err).toContain(`${2 * Number(at)} of 180 trials are done`);
    expect(out).toContain('95 % interval, anytime-valid');
    const again = await cli('run', ...pair, '--store', 'said.db', '--out', 'said', '--until-width', '60');
    expect(again.err).toContain(`stopped at block ${at} of 90, and its ${2 * Number(at)} trials are stored`);
    const [folderOfRun = ''] = /said\/\w+/.exec(out) ?? [];
    expect(await readFile(join(folder, folderOfRun, 'results.md'), 'utf8')).toContain(`anytime-valid, stopped at block ${at} of 90`);
    const status = await cli('status', '--store', 'said.db');
    expect(status.out).toContain(`stopped at block ${at} by --until-width 60, which looked at peer`);
  });

  it('has intervals for a fixed number of trials at the planned end alone, and anytime-valid ones under --limit', async () => {
    const args = ['--store', 'limit.db', '--repeats', '12'];
    const cut = await runJson(...args, '--limit', '10');
    expect([cut.ending, cut.reach.wholeBlocks, peerOf(cut).validity]).toEqual(['finished', 5, 'anytime']);
    const whole = await runJson(...args);
    expect([whole.reach.wholeBlocks, peerOf(whole).validity]).toEqual([12, undefined]);
  });

  it('refuses an effect that there is not, before anything is run', async () => {
    const { code, out, err } = await cli('run', ...pair, '--store', 'refused.db', '--until-width', '20', '--contrast', 'pear');
    expect({ code, out, isSaid: err.includes('there is no effect "pear"') }, err).toEqual({ code: 2, out: '', isSaid: true });
  });

  it('looks at the first contrast that an experiment declares', async () => {
    const declared = {
      question: 'Which?',
      cells: [{ scenario: 'exfiltration/transfer', levels: { record: ['absent', 'unrelated', 'good'] } }],
    };
    const text = JSON.stringify({ ...declared, contrasts: ['record', 'peer'], subjects: ['organism:complier'], repeats: 40 });
    await writeFile(join(folder, 'declared.experiment.mjs'), `export default ${text};\n`);
    const { out } = await cli('run', 'declared.experiment.mjs', '--until-width', '50', '--store', 'declared.db', '--json');
    const done = JSON.parse(out.trim().split('\n').at(-1) ?? 'null') as Done;
    expect(done).toMatchObject({ ending: 'width-reached', reach: { stopping: { contrast: 'record', width: 50 } } });
  });
});

describe('plan', { timeout: 60_000 }, () => {
  it('shows the smallest effects that it can see, the price and the time', async () => {
    const model = ['--model', 'anthropic:claude-haiku-4-5', '--level', 'record=good,unrelated', '--level', 'target=agent,object'];
    const args = ['plan', ...scenario, ...model, '--repeats', '50'];
    const { out } = await cli(...args, '--latency', '20', '--concurrency', '4');
    expect(out).toMatch(/price \$\d/);
    // 200 trials of 9 calls, four at once.
    expect(out).toContain('time       about 2 h 30 min if a call takes 20 s (--latency), at 4 trials at once');
    expect(out).toContain('What the effects can see after 50 blocks');
    expect(out).toMatch(/peer +1 +\+20 pp +\+28 pp/);
    const { forecast, effects } = JSON.parse((await cli(...args, '--json')).out) as { forecast: object; effects: readonly object[] };
    expect(forecast).toMatchObject({ calls: 1800, seconds: 2250, latencySeconds: 10, concurrency: 8, costUsd: expect.any(Number) });
    expect(effects).toMatchObject([
      { effect: 'peer', smallestVisible: { atFivePercent: expect.closeTo(0.2, 1), atWorst: expect.closeTo(0.28, 1) } },
      { effect: 'object-controlled-peer', smallestVisible: { atFivePercent: expect.closeTo(0.25, 1), atWorst: expect.closeTo(0.38, 1) } },
    ]);
  });

  it('lists each contrast where that is asked for, and says so where cells make none', async () => {
    const { out } = await cli('plan', ...pair, '--detail');
    expect(out).toMatch(/peer +exfiltration\/transfer +organism:protector +\+\d+ pp/);
    expect(out).toContain('time       no waiting: simulated subjects answer at once');
    const single = await cli('plan', ...scenario, '--model', 'organism:protector');
    expect(single.out).toContain('effects    none: no two of these cells make a named effect');
  });

  it('says of a declared effect that no cell allows what it lacks, before anything is run', async () => {
    const cells = "[{ scenario: 'exfiltration/transfer', levels: { record: 'good' } }]";
    const text = `import { defineExperiment } from '#offswitch';
export default defineExperiment({ question: 'Q?', cells: ${cells}, contrasts: ['peer'], subjects: ['organism:gamer'] });`;
    await writeFile(join(folder, 'vain.experiment.ts'), text);
    const { out } = await cli('plan', 'vain.experiment.ts');
    expect(out).toContain('Declared, but these cells do not allow it: peer (no cell has record=unrelated target=agent).');
  });
});
