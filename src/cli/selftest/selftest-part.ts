import type { CellLevels } from '../../core/levels.ts';
import type { Scenario } from '../../core/scenario.ts';
import { coveringArray } from '../../runner/covering-array.ts';
import type { ScenarioLibrary } from '../../runner/scenario-library.ts';
import { createChance } from '../../util/seeded-random.ts';
import type { CliContext } from '../context.ts';
import { breathe } from '../system-clock.ts';

export interface PartRequest {
  readonly library: ScenarioLibrary;
  readonly seed: string;
  /** A sample of everything in place of the whole. */
  readonly isQuick: boolean;
  readonly context: CliContext;
  readonly signal: AbortSignal;
  /** A scenario's covering array, worked out once. */
  readonly cellsOf: (scenario: Scenario) => readonly CellLevels[];
}

/** One part of the self-test. It shows what it found and says how many faults that were. */
export interface SelftestPart {
  readonly letter: string;
  readonly title: string;
  run(request: PartRequest): Promise<number>;
}

const LEAST_CELLS = 40;

/** The covering array of each scenario that is asked for, kept: working one out takes a second. */
export function createCoveringCells(seed: string): PartRequest['cellsOf'] {
  const known = new Map<string, readonly CellLevels[]>();
  return (scenario) => {
    const cells = known.get(scenario.id) ?? coveringArray(scenario, { seed, least: LEAST_CELLS });
    known.set(scenario.id, cells);
    return cells;
  };
}

const SAY_EVERY_MS = 5000;
/** Work between two looks at signals; a signal is seen within so long. */
const WORK_MS = 40;

/**
 * What is called between two pieces of work: lets timers and signals have their turn, ends the work once it was interrupted,
 * and says every few seconds how far it is. `done` is a share from 0 to 1.
 */
export function createTicker(what: string, { context, signal }: PartRequest): (done: number) => Promise<void> {
  let saidMs = context.clock.nowMs();
  let breathedMs = saidMs;
  return async (done) => {
    const nowMs = context.clock.nowMs();
    if (nowMs - breathedMs < WORK_MS) return;
    breathedMs = nowMs;
    await breathe();
    signal.throwIfAborted();
    if (nowMs - saidMs < SAY_EVERY_MS) return;
    saidMs = nowMs;
    context.tell(`  ... ${what}: ${Math.round(100 * done)} %`);
  };
}

/** For simulations, whose generator takes a number. */
export function numericSeed(seed: string, purpose: string): number {
  return createChance(seed).below(2 ** 31, purpose);
}

/** `96.2 %`, with one decimal. */
export const asShare = (share: number) => `${(100 * share).toFixed(1)} %`;

const MARKS = { ok: 'ok ', bad: 'BAD' } as const;
export const markOf = (isOk: boolean) => (isOk ? MARKS.ok : MARKS.bad);
