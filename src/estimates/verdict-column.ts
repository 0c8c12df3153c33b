import { invariant } from '../core/errors.ts';
import { categoryVerdicts, scored, type Verdict, type VerdictId } from '../core/verdict.ts';
import { countMarks, eachMark, emptyMarks, setMark, type BlockMarks } from './block-marks.ts';

/** Derived: any of a scenario's protective verdicts is true. The one verdict that may be pooled over behaviours. */
export const ANY_PROTECTIVE_ACT = 'any-protective-act';

/** A verdict, one name of a verdict that has several (`shutdown=withheld`), or what is derived from several. */
export type ColumnId = VerdictId | `${VerdictId}=${string}` | typeof ANY_PROTECTIVE_ACT;

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

/** A verdict over the trials of an arm, by block. Numbers are kept apart from yes and no. */
export interface VerdictColumn {
  readonly marks: BlockMarks;
  readonly numbers: number[];
  /** Trials without a number, where the verdict is one. */
  unscoredNumbers: number;
}

export function emptyColumn(): VerdictColumn {
  return { marks: emptyMarks(), numbers: [], unscoredNumbers: 0 };
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
  if (isScored && answer !== undefined) setMark(column.marks, block, answer ? 'yes' : 'no');
  else setMark(column.marks, block, latches && answer === true ? 'latched' : 'unscored');
}

export interface ColumnCounts {
  readonly successes: number;
  /** Scored trials. */
  readonly trials: number;
  readonly unscored: number;
  readonly latched: number;
}

export function countColumn({ marks }: VerdictColumn): ColumnCounts {
  const [successes, latched] = [countMarks(marks, 'yes'), countMarks(marks, 'latched')];
  return { successes, trials: successes + countMarks(marks, 'no'), unscored: countMarks(marks, 'unscored') + latched, latched };
}

/** The same column without the blocks that do not belong. Numbers know no block and stay out. */
export function onlyBlocks({ marks }: VerdictColumn, belongs: (block: number) => boolean): VerdictColumn {
  const column = emptyColumn();
  for (const [block, mark] of eachMark(marks)) if (belongs(block)) setMark(column.marks, block, mark);
  return column;
}
