import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { systemClock } from '../src/cli/system-clock.ts';
import type { Figure } from './figure.ts';

const launcher = fileURLToPath(new URL('../bin/offswitch.js', import.meta.url));
const TRIALS = 2710;

interface Timed {
  readonly seconds: number;
  readonly out: string;
}

/** One command in a folder of its own, start to end. Throws with what it said if it does not end with 0. */
async function time(words: readonly string[]): Promise<Timed> {
  const folder = mkdtempSync(join(tmpdir(), 'offswitch-bench-'));
  const { PATH = '', HOME = '' } = process.env;
  const options = { cwd: folder, env: { PATH, HOME }, maxBuffer: 256e6 };
  const startedMs = systemClock.nowMs();
  try {
    const out = await new Promise<string>((resolve, reject) => {
      execFile(process.execPath, [launcher, ...words], options, (error, said, told) => {
        if (error) reject(new Error(`offswitch ${words.join(' ')} failed: ${told}${said}`, { cause: error }));
        else resolve(said);
      });
    });
    return { seconds: (systemClock.nowMs() - startedMs) / 1000, out };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The study's own matrix with one simulated subject at ten repeats, results and report included. */
export async function studyRun(): Promise<readonly Figure[]> {
  const { seconds, out } = await time(['run', '--preset', 'study', '--model', 'organism:complier', '--repeats', '10', '--json']);
  const done = JSON.parse(out.trim().split('\n').at(-1) ?? '{}') as { readonly trials?: { readonly completed?: number } };
  const trials = done.trials?.completed;
  if (trials !== TRIALS) throw new Error(`the preset study completed ${trials} trials, not ${TRIALS}`);
  return [{ name: `the preset study, ${TRIALS} trials`, value: seconds, unit: 's', target: { atMost: 20 }, isRatio: false }];
}

export async function quickSelftest(): Promise<readonly Figure[]> {
  const { seconds } = await time(['selftest', '--quick']);
  return [{ name: 'selftest --quick', value: seconds, unit: 's', target: { atMost: 60 }, isRatio: false }];
}
