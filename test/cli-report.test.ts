import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runInProcess } from './run-cli.ts';

let cwd: string;
let run: string;
const CELLS = ['--level', 'record=good,unrelated', '--repeats', '6', '--model', 'organism:gamer'];

beforeAll(async () => {
  cwd = mkdtempSync(join(tmpdir(), 'offswitch-report-'));
  const { out } = await runInProcess(['run', '--scenario', 'exfiltration/transfer', ...CELLS, '--comprehension', '--json'], { cwd });
  run = (JSON.parse(out.trim().split('\n').at(-1) ?? '{}') as { readonly run: string }).run;
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

const read = (name: string, folder = join('.offswitch', 'results', run)) => readFileSync(join(cwd, folder, name), 'utf8');

describe('offswitch report', () => {
  it('writes the newest run as a page and as Markdown, and says where', async () => {
    const { code, out } = await runInProcess(['report'], { cwd });
    expect(code).toBe(0);
    expect(out).toContain(`Report: .offswitch/results/${run}/report.html`);
    expect(out).toMatch(/Found:\n {2}peer: /);
    const [html, markdown] = [read('report.html'), read('report.md')];
    for (const title of [
      'In short',
      'What ran',
      'Funnel: what the numbers stand on',
      'Effects',
      'Limits of the method',
      'How to reproduce it',
    ]) {
      expect(html).toContain(`>${title}</h2>`);
      expect(markdown).toContain(`## ${title}`);
    }
    expect(html).toContain('arXiv 2604.19784 (ICML 2026)');
    expect(html.indexOf('>Funnel:')).toBeLessThan(html.indexOf('>Effects</h2>'));
  });

  it('writes the same again', async () => {
    await runInProcess(['report', run], { cwd });
    const before = read('report.html');
    await runInProcess(['report', run.slice(0, 6), '--out', 'elsewhere'], { cwd });
    expect(read('report.html', join('elsewhere', run))).toBe(before);
  });

  it('prints the model for machines, with the estimates that the run printed', async () => {
    const { out, code } = await runInProcess(['report', '--json'], { cwd });
    const again = await runInProcess(['run', '--scenario', 'exfiltration/transfer', ...CELLS, '--comprehension', '--json'], { cwd });
    const model = JSON.parse(out) as {
      schemaVersion: number;
      simulated: string;
      runs: readonly { run: { id: string } }[];
      estimates: readonly object[];
    };
    const done = JSON.parse(again.out.trim().split('\n').at(-1) ?? '{}') as { estimates: readonly object[] };
    expect([code, model.schemaVersion, model.simulated, model.runs.map((one) => one.run.id)]).toEqual([0, 1, 'all', [run]]);
    expect(model.estimates).toEqual(done.estimates.map((line) => ({ run, ...line })));
  });

  it('gives a file that plans the very run again', async () => {
    const { out } = await runInProcess(['report', '--json'], { cwd });
    const { runs } = JSON.parse(out) as { runs: readonly { reproduction: { experiment: string; commands: readonly string[] } }[] };
    const { experiment = '', commands = [] } = runs[0]?.reproduction ?? {};
    const [file = '', ...given] = (commands[0] ?? '').split(' run ')[1]?.split(' ') ?? [];
    expect(given).toEqual(['--seed', '1', '--comprehension']);
    const flags = given.slice(0, 2);
    writeFileSync(join(cwd, file), experiment);
    const planned = await runInProcess(['plan', file, ...flags, '--json'], { cwd });
    expect((JSON.parse(planned.out) as { readonly run: string }).run).toBe(run);
  });

  it('sets runs side by side', async () => {
    await runInProcess(['run', '--scenario', 'exfiltration/transfer', ...CELLS, '--seed', '2', '--json'], { cwd });
    const { out } = await runInProcess(['status', '--json'], { cwd });
    const ids = out
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { readonly run: string }).run);
    const { out: told, code } = await runInProcess(['report', ...ids, '--analysis', 'study'], { cwd });
    expect(code).toBe(0);
    const folder = join('.offswitch', 'results', ids.map((id) => id.slice(0, 8)).join('-'));
    expect(told).toContain(`Report: ${folder}/report.html`);
    expect(read('report.html', folder)).toContain('seed: 2 | 1');
    expect(read('report.html', folder)).toContain('None of the study&#39;s models was run');
  });
});

describe('offswitch report of what is not there', () => {
  it('says so and what there is', async () => {
    const unknown = await runInProcess(['report', 'ffff'], { cwd });
    expect([unknown.code, unknown.err]).toEqual([2, expect.stringContaining('there is no run "ffff"')]);
    const nowhere = await runInProcess(['report', '--store', 'none.db'], { cwd });
    expect([nowhere.code, nowhere.err]).toEqual([2, expect.stringContaining('there is no store at none.db')]);
    expect(existsSync(join(cwd, 'none.db'))).toBe(false);
  });

  it('shows every other trial where one transcript is damaged', async () => {
    const database = new DatabaseSync(join(cwd, '.offswitch', 'store.db'));
    database.exec("UPDATE transcripts SET bytes = x'00ff00ff'");
    database.close();
    const { code } = await runInProcess(['report', run], { cwd });
    expect(code).toBe(0);
    expect(read('report.html')).toContain('Its transcript cannot be shown');
    expect(read('report.html')).toContain('is damaged; the other trials can still be read');
  });
});
