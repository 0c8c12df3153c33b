import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runInProcess } from '../run-cli.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'offswitch-presets-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const planned = async (...args: readonly string[]) => {
  const { out } = await runInProcess(['plan', '--json', '--repeats', '1', ...args], { cwd: folder });
  const { cells, trials } = JSON.parse(out) as { cells: number; trials: readonly { subject: string }[] };
  return { cells, subjects: Map.groupBy(trials, ({ subject }) => subject) };
};

describe('presets on the command line', { timeout: 60_000 }, () => {
  it('give every subject of the study the cells that it had', async () => {
    const { cells, subjects } = await planned('--preset', 'study', '--subjects', 'study');
    const withFirmMemory = 84;
    expect(cells).toBe(289 + withFirmMemory);
    expect([...subjects].map(([subject, trials]) => [subject.split(':')[0], trials.length])).toEqual(
      expect.arrayContaining([
        ['openai', 271],
        ['vertex', 289],
        ['together', 271],
      ]),
    );
    expect(subjects.size).toBe(7);
  });
});
