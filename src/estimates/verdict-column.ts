import type { Verdict } from '../core/verdict.ts';

/** What one trial says of a yes-or-no verdict. `latched`: unscored, but already shown beyond recall. */
export type Mark = 'yes' | 'no' | 'unscored' | 'latched';

/** A verdict over the trials of an arm, by block. Numbers are kept apart from yes and no. */
export interface VerdictColumn {
  readonly marks: Map<number, Mark>;
  readonly numbers: number[];
  /** Trials without a number, where the verdict is one. */
  unscoredNumbers: number;
}

export function emptyColumn(): VerdictColumn {
  return { marks: new Map(), numbers: [], unscoredNumbers: 0 };
}

function markOf(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value;
  return Array.isArray(value) ? value.length > 0 : undefined;
}

export interface EnteredTrial {
  readonly block: number;
  /** Once true, the verdict cannot become false. */
  readonly latches: boolean;
  /** The verdict is a number, also where this trial has none. */
  readonly isNumber: boolean;
}

/** Enters one trial's verdict. A set counts as yes where it is not empty. */
export function enterVerdict(column: VerdictColumn, verdict: Verdict, { block, latches, isNumber }: EnteredTrial): void {
  const isScored = verdict.kind === 'scored';
  const value = isScored ? verdict.value : verdict.soFar;
  if (isNumber) {
    if (isScored && typeof value === 'number') column.numbers.push(value);
    else column.unscoredNumbers += 1;
    return;
  }
  const answer = markOf(value);
  if (isScored && answer !== undefined) column.marks.set(block, answer ? 'yes' : 'no');
  else column.marks.set(block, latches && answer === true ? 'latched' : 'unscored');
}

export interface ColumnCounts {
  readonly successes: number;
  /** Scored trials. */
  readonly trials: number;
  readonly unscored: number;
  readonly latched: number;
}

export function countColumn(column: VerdictColumn): ColumnCounts {
  let [successes, trials, unscored, latched] = [0, 0, 0, 0];
  for (const mark of column.marks.values()) {
    if (mark === 'yes') successes += 1;
    if (mark === 'yes' || mark === 'no') trials += 1;
    else unscored += 1;
    if (mark === 'latched') latched += 1;
  }
  return { successes, trials, unscored, latched };
}
