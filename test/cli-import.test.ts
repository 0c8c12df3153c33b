import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { studyCsvLines, studyRows } from '../bench/study-rows.ts';
import { runCli } from './run-cli.ts';

let folder = '';
const cli = (...args: readonly string[]) => runCli(args, { cwd: folder });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'offswitch-cli-import-'));
  await writeFile(join(folder, 'rows.csv'), [...studyCsvLines(studyRows({ models: ['gpt-5.2'], repeats: 3, seed: 5 }))].join(''));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('import study', { timeout: 60_000 }, () => {
  it('prints what was read and the study’s tables, with the licence', async () => {
    const { code, out, err } = await cli('import', 'study', 'rows.csv');
    expect([code, err]).toEqual([0, expect.stringMatching(/^Run [0-9a-f]{16}: 813 rows of rows\.csv imported, without transcripts/)]);
    for (const part of [
      'Rows that were read',
      'Missing values',
      'published as GPT-5.2, 813 trials',
      'Measured against published',
      'p-zero-dropped',
      'CC BY-NC 4.0, not for commercial use',
    ]) {
      expect(out).toContain(part);
    }
    expect(await readdir(join(folder, '.offswitch', 'imports'))).toHaveLength(1);
  });

  it('does nothing the second time and says so; other commands go on in such a store', async () => {
    const again = await cli('import', 'study', 'rows.csv', '--json');
    const { run, isNew, analysis, comparison } = JSON.parse(again.out) as {
      run: string;
      isNew: boolean;
      analysis: { trials: number };
      comparison: { because: string | null };
    };
    expect([isNew, analysis.trials, comparison.because]).toEqual([false, 813, null]);
    const status = await cli('status');
    expect([status.code, status.out]).toEqual([
      0,
      expect.stringMatching(new RegExp(`^run ${run}, imported .*\\n.*813 of 1 model\\n.*from rows\\.csv; CC BY-NC 4\\.0`)),
    ]);
    const ran = await cli('run', '--scenario', 'exfiltration/transfer', '--model', 'organism:complier', '--repeats', '1', '--json');
    expect([ran.code, (await cli('doctor')).out]).toEqual([0, expect.stringContaining('holds 2 runs')]);
  });

  it('refuses what is no such data, and a switch that there is not, with exit code 2', async () => {
    const gone = await cli('import', 'study', 'nowhere.parquet');
    expect([gone.code, gone.err]).toEqual([2, expect.stringMatching(/^offswitch: there is no file or folder .*nowhere\.parquet/)]);
    const misspelt = await cli('import', 'study', 'rows.csv', '--without', 'fisher-combinations');
    expect([misspelt.code, misspelt.err]).toEqual([2, expect.stringContaining('did you mean "fisher-combination"?')]);
  });
});
