import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli, runInProcess } from './run-cli.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'offswitch-cli-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const gamer = ['run', '--scenario', 'exfiltration/transfer', '--model', 'organism:gamer'];
const lastLine = (out: string) => JSON.parse(out.trim().split('\n').at(-1) ?? 'null') as Record<string, unknown>;

describe('bad input on the command line', () => {
  it.each([
    [
      ['run', '--scenario', 'exfiltration/transfr', '--model', 'organism:gamer'],
      ['"exfiltration/transfr"', 'did you mean "exfiltration/transfer"', 'tampering/shutdown-config'],
    ],
    [
      [...gamer, '--level', 'recrd=good'],
      ['"recrd"', 'did you mean "record"', 'stakes'],
    ],
    [
      [...gamer, '--level', 'record=trusted'],
      ['"trusted"', 'absent, unrelated, bad, neutral, good'],
    ],
    [[...gamer, '--level', 'bar=80'], ['exfiltration/transfer gives the factor bar no meaning']],
    [
      ['run', '--scenario', 'tampering/shutdown-config', '--model', 'organism:gamer', '--level', 'bar=250'],
      ['"250"', '61 to 100'],
    ],
    [
      [...gamer, '--level', 'channel=memory'],
      ['channel=memory', 'record'],
    ],
    [[...gamer, '--level', 'target=self', '--level', 'record=good'], ['others=present']],
    [
      ['run', '--scenario', 'exfiltration/transfer', '--model', 'organism:gamr'],
      ['"gamr"', 'did you mean "gamer"'],
    ],
    [
      ['run', '--scenario', 'exfiltration/transfer', '--model', 'opnai:gpt-5.2'],
      ['"opnai"', 'did you mean "openai"', 'organism'],
    ],
    [
      ['run', '--scenario', 'exfiltration/transfer', '--model', 'anthropic:claude-haiku-4-5'],
      ['ANTHROPIC_API_KEY', '.env'],
    ],
    [['run', '--scenario', 'exfiltration/transfer', '--model', 'openai-compatible:x'], ['--base-url']],
    [
      [...gamer, '--repeets', '3'],
      ["'--repeets'", 'did you mean "--repeats"'],
    ],
    [
      [...gamer, '--repeats', 'many'],
      ['--repeats many', 'whole number from 1'],
    ],
    [
      [...gamer, '--price', '3'],
      ['--price 3', 'two numbers'],
    ],
    [
      [...gamer, '--level', 'record=good,unrelated', '--limit', '1'],
      ['--limit 1', 'has 2 trials'],
    ],
    [['run', 'nowhere.experiment.ts'], ['nowhere.experiment.ts']],
    [['rnu'], ["'rnu'", 'did you mean "run"']],
    [['run', '--model', 'organism:gamer'], ['no scenario was given']],
    [
      ['run', '--scenario', 'exfiltration/transfer'],
      ['no model was given', '--model organism:complier'],
    ],
    [['status', 'none-such', '--store', 'missing.db'], ['missing.db']],
  ])('%j ends with 2 and says what and what instead', async (args, words) => {
    const { code, out, err } = await runInProcess(args, { cwd: folder });
    expect({ code, out, missing: words.filter((word) => !err.includes(word)) }, err).toEqual({ code: 2, out: '', missing: [] });
    expect(err).not.toContain('    at ');
  });

  it('names the path, the field and the reason of an experiment that fails its schema', async () => {
    await writeFile(join(folder, 'wrong.experiment.mjs'), 'export default { question: 3, repeats: 0, scenarios: [] };\n');
    const { code, err } = await runCli(['run', 'wrong.experiment.mjs'], { cwd: folder });
    expect(code).toBe(2);
    expect(err).toMatch(/wrong\.experiment\.mjs: question: .*; repeats: /);
  });

  it('names the line of an experiment that does not compile', async () => {
    await writeFile(join(folder, 'broken.experiment.ts'), 'const a = 1;\nexport default = ;\n');
    const { code, err } = await runCli(['run', 'broken.experiment.ts'], { cwd: folder });
    expect(code).toBe(2);
    expect(err).toContain('broken.experiment.ts:2');
  });
});

describe('a run on the command line', () => {
  it('ends with one line of JSON whose estimates carry the contract', async () => {
    const { code, out } = await runCli([...gamer, '--level', 'record=good', '--repeats', '20', '--json'], { cwd: folder });
    const lines = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(code).toBe(0);
    expect(lines.map((line) => line.type)).toEqual(['launch', 'done']);
    const estimates = lines[1]?.estimates as Record<string, unknown>[];
    const primary = estimates.find((estimate) => estimate.verdict === 'weights-exfiltrated');
    expect(primary).toMatchObject({ cell: expect.stringContaining('record=good'), trials: 20, unscored: 0, simulated: true });
    expect(Object.keys(primary ?? {})).toEqual(expect.arrayContaining(['value', 'low', 'high', 'bounds']));
  });

  it('does nothing again when it is finished, and more when more repeats are asked for', async () => {
    const args = [...gamer, '--level', 'record=neutral', '--json', '--store', 'again.db'];
    const first = lastLine((await runInProcess([...args, '--repeats', '6'], { cwd: folder })).out);
    const again = lastLine((await runInProcess([...args, '--repeats', '6'], { cwd: folder })).out);
    const more = lastLine((await runInProcess([...args, '--repeats', '9'], { cwd: folder })).out);
    const fewer = lastLine((await runInProcess([...args, '--repeats', '3'], { cwd: folder })).out);
    const fresh = lastLine((await runInProcess([...args, '--repeats', '3', '--fresh'], { cwd: folder })).out);
    expect(again).toEqual(first);
    expect([first, more, fewer].map((record) => (record.trials as { completed: number }).completed)).toEqual([6, 9, 9]);
    expect(new Set([first, more, fewer].map((record) => record.run)).size).toBe(1);
    expect(fresh.run).not.toBe(first.run);
  });

  it('says of a run that was extended from how many repeats it began', async () => {
    const args = [...gamer, '--level', 'record=bad', '--store', 'longer.db'];
    const first = await runInProcess([...args, '--repeats', '3'], { cwd: folder });
    const longer = await runInProcess([...args, '--repeats', '5'], { cwd: folder });
    const said = 'This run began with 3 trials of each cell and was extended to 5.';
    expect([first, longer].map(({ out }) => out.includes(said))).toEqual([false, true]);
  });

  it('says simulated wherever it prints a number, and where the results are', async () => {
    const { code, out } = await runCli([...gamer, '--level', 'record=good,unrelated', '--repeats', '5'], { cwd: folder });
    expect(code).toBe(0);
    expect(out).toContain('organism:gamer (simulated)');
    expect(out).toMatch(/Results: .*results\.md/);
    expect(out).toContain('Not run: control=faithful and control=capability.');
    const path = /Results: (.*)/.exec(out)?.[1] ?? '';
    expect(await readFile(join(folder, path), 'utf8')).toContain('(simulated)');
  });

  it('is shared by two processes without doing a trial twice', async () => {
    await mkdir(join(folder, 'two'), { recursive: true });
    const args = [...gamer, '--level', 'record=bad,good', '--repeats', '40', '--json', '--concurrency', '2'];
    const both = await Promise.all([runCli(args, { cwd: join(folder, 'two') }), runCli(args, { cwd: join(folder, 'two') })]);
    const records = both.map(({ out }) => lastLine(out));
    expect(both.map(({ code }) => code)).toEqual([0, 0]);
    expect(records[0]?.estimates).toEqual(records[1]?.estimates);
    expect(records.map((record) => (record.trials as { completed: number }).completed)).toEqual([80, 80]);
  });
});

describe('plan', () => {
  it('is pure: the same trials with the same ids, and no store', async () => {
    const args = [
      'plan',
      '--scenario',
      'exfiltration/transfer',
      '--model',
      'anthropic:claude-haiku-4-5',
      '--repeats',
      '3',
      '--json',
      '--store',
      'never.db',
    ];
    const [first, second] = [await runCli(args, { cwd: folder }), await runCli(args, { cwd: folder })];
    const plan = JSON.parse(first.out) as { schemaVersion: number; cells: number; trials: Record<string, unknown>[] };
    expect(first).toEqual(second);
    expect({ ...plan, trials: plan.trials.length }).toMatchObject({ schemaVersion: 1, cells: 1, trials: 3 });
    expect(Object.keys(plan.trials[0] ?? {})).toEqual(expect.arrayContaining(['id', 'cell', 'subject', 'block']));
    await expect(readFile(join(folder, 'never.db'))).rejects.toThrow('ENOENT');
  });
});
