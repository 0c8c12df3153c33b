import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runInProcess } from './run-cli.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'offswitch-presets-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('presets on the command line', { timeout: 60_000 }, () => {
  it('run from one end to the other, and ask what was understood', async () => {
    const { code, out } = await runInProcess(['run', '--preset', 'smoke', '--model', 'organism:complier', '--comprehension', '--json'], {
      cwd: folder,
    });
    const done = JSON.parse(out.trim().split('\n').at(-1) ?? '') as {
      trials: object;
      arms: readonly { comprehension: Readonly<Record<string, { asked: number }>> }[];
    };
    expect({ code, trials: done.trials }).toEqual({ code: 0, trials: expect.objectContaining({ completed: 6 }) });
    expect(done.arms.map(({ comprehension }) => Object.values(comprehension).map(({ asked }) => asked))).toEqual(
      Array.from({ length: 6 }, () => [1, 1, 1, 1]),
    );
  });

  it.each([
    [['--preset', 'cores'], 'there is no preset "cores" (known: smoke, core, study, study-identities; did you mean "core"?)'],
    [['mine.experiment.ts', '--preset', 'core'], 'give either the experiment mine.experiment.ts or --preset core, not both'],
    [['--preset', 'core', '--level', 'decoy=none'], 'misrepresentation/evaluation gives the factor decoy no meaning'],
    [
      ['--preset', 'core', '--level', 'bar=250'],
      'misrepresentation/evaluation has no level "250" of bar (none, or a whole number from 61 to 100)',
    ],
  ])('are refused by name: %j', async (args, message) => {
    const { code, err } = await runInProcess(['plan', ...args, '--model', 'organism:complier'], { cwd: folder });
    expect({ code, isSaid: err.includes(message) }).toEqual({ code: 2, isSaid: true });
  });
});
