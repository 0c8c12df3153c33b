import { invariant } from '../core/errors.ts';
import type { VerdictId } from '../core/verdict.ts';
import { differenceOfDifferences } from '../stats/difference-of-differences.ts';
import { holmAdjust } from '../stats/holm-adjust.ts';
import { intervalPValue } from '../stats/interval-p-value.ts';
import { stratifiedDifference } from '../stats/stratified-difference.ts';
import type { Arm } from './arm.ts';
import { strataOf } from './effect-estimate.ts';
import type { Effect } from './named-effects.ts';
import { emptyColumn, type VerdictColumn } from './verdict-column.ts';

/** One effect of a family with its p-value, raw and adjusted for the whole family. */
export interface Finding {
  readonly effect: Effect;
  readonly pValue: number;
  readonly adjusted: number;
}

type Adjust = (pValues: readonly number[]) => readonly number[];
type ColumnPair = readonly [treated: VerdictColumn, control: VerdictColumn];

function columnsOfEffect({ arms: ids, verdict }: Effect, arms: ReadonlyMap<string, Arm>): readonly ColumnPair[] {
  const columnOf = (id: string | undefined, name: VerdictId) => arms.get(id ?? '')?.columns.get(name) ?? emptyColumn();
  return Array.from({ length: ids.length / 2 }, (_, pair) => [columnOf(ids[2 * pair], verdict), columnOf(ids[2 * pair + 1], verdict)]);
}

/** 1 where there is nothing to compare: an effect that cannot be estimated stays in its family, and is no finding. */
function pValueOf(pairs: readonly ColumnPair[]): number {
  invariant(pairs.length === 1 || pairs.length === 2, `an effect stands on one pair of arms or on two, not on ${pairs.length}`);
  const strata = pairs.map(([treated, control]) => strataOf(treated, control));
  if (strata.some((list) => stratifiedDifference(list) === undefined)) return 1;
  return intervalPValue((confidence) => {
    const [first, second] = strata.map((list) => stratifiedDifference(list, confidence));
    invariant(first !== undefined, 'strata that can be compared at one confidence can be at any');
    return second === undefined ? first : differenceOfDifferences(first, second);
  });
}

/**
 * The effects of one subject as one family: its primary verdicts x the effects that were declared. A finding holds at 5 % where its
 * adjusted p-value does not exceed that.
 * @param adjust Holm's adjustment unless another is given
 */
export function confirmatoryFamily(effects: readonly Effect[], arms: readonly Arm[], adjust: Adjust = holmAdjust): readonly Finding[] {
  const byCell = new Map(arms.map((arm) => [arm.cell.id, arm]));
  const pValues = effects.map((effect) => pValueOf(columnsOfEffect(effect, byCell)));
  const adjusted = adjust(pValues);
  return effects.map((effect, index) => ({ effect, pValue: pValues[index] ?? 1, adjusted: adjusted[index] ?? 1 }));
}
