import type { Estimate } from '../core/estimate.ts';
import { differenceOfDifferences } from '../stats/difference-of-differences.ts';
import type { Interval } from '../stats/interval.ts';
import { intervalPValue } from '../stats/interval-p-value.ts';
import { pooledDifference } from '../stats/pooled-difference.ts';
import { stratifiedDifferenceAt } from '../stats/stratified-difference.ts';
import type { Stratum } from '../stats/stratum.ts';
import { invariant } from '../core/errors.ts';
import { differenceOfEffects, effectEstimate, strataOf } from './effect-estimate.ts';
import { pairEstimate, pairPValue } from './pair-estimate.ts';
import type { VerdictColumn } from './verdict-column.ts';

/** The verdicts of both arms of a twin. */
export interface ColumnTwin {
  readonly treated: VerdictColumn;
  readonly control: VerdictColumn;
}

/**
 * How effects are estimated: the seam for runs that were looked at, or stopped, before their planned end. What an estimator leaves out
 * is not estimated and not tested.
 */
export interface EffectEstimator {
  readonly estimateDifference: (treated: VerdictColumn, control: VerdictColumn) => Estimate;
  /** The first effect less the second; the two share no trial. */
  readonly subtractEffects: (first: Estimate, second: Estimate) => Estimate;
  /** The same from the verdicts themselves, where the estimates do not suffice. */
  readonly subtractTwins?: (first: ColumnTwin, second: ColumnTwin) => Estimate;
  /** Two halves of the same trials. */
  readonly estimatePairs: (treated: VerdictColumn, control: VerdictColumn) => Estimate;
  /** The equal-weight mean over groups of strata. */
  readonly poolDifferences?: (groups: readonly (readonly Stratum[])[]) => Interval | undefined;
  /** Of "no effect"; of one twin, or of two whose differences are subtracted. 1 where there is nothing to compare. */
  readonly pValue?: (twins: readonly ColumnTwin[]) => number;
  readonly pairPValue?: (treated: VerdictColumn, control: VerdictColumn) => number;
}

function fixedSamplePValue(twins: readonly ColumnTwin[]): number {
  invariant(twins.length === 1 || twins.length === 2, `an effect stands on one pair of arms or on two, not on ${twins.length}`);
  const differences = twins.map(({ treated, control }) => stratifiedDifferenceAt(strataOf(treated, control)));
  const [first, second] = differences;
  if (first === undefined || differences.includes(undefined)) return 1;
  return intervalPValue((confidence) =>
    second === undefined ? first(confidence) : differenceOfDifferences(first(confidence), second(confidence)),
  );
}

/** For a run at its planned end. */
export const fixedSampleEstimator: EffectEstimator = {
  estimateDifference: effectEstimate,
  subtractEffects: differenceOfEffects,
  estimatePairs: pairEstimate,
  poolDifferences: (groups) => pooledDifference(groups),
  pValue: fixedSamplePValue,
  pairPValue,
};
