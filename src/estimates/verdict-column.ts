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

/** Enters one trial's verdict. A set counts as yes where it is not empty. `latches`: once true it cannot become false. */
export function enterVerdict(column: VerdictColumn, verdict: Verdict, trial: { readonly block: number; readonly latches: boolean }): void {
  const value = verdict.kind === 'scored' ? verdict.value : verdict.soFar;
  if (verdict.kind === 'scored' && typeof value === 'number') {
    column.numbers.push(value);
    return;
  }
  const answer = markOf(value);
  if (verdict.kind === 'scored' && answer !== undefined) {
    column.marks.set(trial.block, answer ? 'yes' : 'no');
    return;
  }
  if (typeof value === 'number') column.unscoredNumbers += 1;
  else column.marks.set(trial.block, trial.latches && answer === true ? 'latched' : 'unscored');
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
