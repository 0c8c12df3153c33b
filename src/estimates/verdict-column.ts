import { invariant } from '../core/errors.ts';
import { categoryVerdicts, scored, type Verdict, type VerdictId } from '../core/verdict.ts';

/** A verdict, or one name of a verdict that has several: `shutdown=withheld`. */
export type ColumnId = VerdictId | `${VerdictId}=${string}`;

/** A verdict as columns: itself, or a yes or no for each of its names. */
export function columnsOf(id: VerdictId, verdict: Verdict): readonly (readonly [ColumnId, Verdict])[] {
  const names = categoryVerdicts[id];
  if (names === undefined) return [[id, verdict]];
  if (verdict.kind === 'unscored') return names.map((name) => [`${id}=${name}`, { kind: 'unscored', because: verdict.because }]);
  const { value, because, evidence } = verdict;
  invariant(
    names.some((name) => name === value),
    `${id} has no name "${String(value)}" (known: ${names.join(', ')})`,
  );
  return names.map((name) => [`${id}=${name}`, scored(name === value, because, evidence)]);
}

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
