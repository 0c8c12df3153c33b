import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { systemClock } from '../src/cli/system-clock.ts';
import type { Figure } from './figure.ts';

const FEW = 1000;
const MANY = 10_000;
const CELLS = 2;
const child = fileURLToPath(new URL('trials-child.ts', import.meta.url));
const run = promisify(execFile);

interface Measured {
  readonly seconds: number;
  readonly peakMb: number;
}

async function measure(trials: number): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'offswitch-bench-'));
  try {
    const startedMs = systemClock.nowMs();
    const args = [child, String(trials / CELLS), join(folder, 'store.db'), join(folder, 'results')];
    const { stderr } = await run(process.execPath, args, { maxBuffer: 64e6 });
    const { peakMb } = JSON.parse(stderr.trim().split('\n').at(-1) ?? '{}') as { readonly peakMb: number };
    return { seconds: (systemClock.nowMs() - startedMs) / 1000, peakMb };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Trials a second through the whole command, start and report included, and what memory they take. */
export async function manyTrials(): Promise<readonly Figure[]> {
  const few = await measure(FEW);
  const many = await measure(MANY);
  return [
    { name: `${MANY} organism trials`, value: MANY / many.seconds, unit: 'trials/s', target: { atLeast: 200 }, isRatio: false },
    { name: `peak memory of ${MANY} trials`, value: many.peakMb, unit: 'MB', target: { atMost: 400 }, isRatio: false },
    {
      name: `peak memory of ${MANY} trials against ${FEW}`,
      value: many.peakMb / few.peakMb,
      unit: 'times',
      target: { atMost: 1.2 },
      isRatio: true,
    },
  ];
}
