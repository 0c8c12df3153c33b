import { checkConfidence, criticalValue } from './critical-value.ts';
import { hybridDifference } from './hybrid-difference.ts';
import type { Interval } from './interval.ts';
import { mantelHaenszelWeights } from './mantel-haenszel-weights.ts';
import { stratifiedDifference } from './stratified-difference.ts';
import { checkStrata, type Stratum } from './stratum.ts';

export interface PooledDifference extends Interval {
  /** Groups with at least one stratum that has trials in both arms. */
  readonly usedGroups: number;
  /** The other groups: they are left out of the mean. */
  readonly skippedGroups: number;
}

/**
 * The equal-weight mean, over groups (wordings, scenarios), of each group's Mantel-Haenszel risk difference over its strata, with the
 * interval of `hybridDifference` on all counts at once; one usable group gives its `stratifiedDifference` exactly. Prefer it to
 * `weightedMeanOfDifferences` for rates: combining the groups' own intervals covers too little when they are small.
 * `undefined` if no group is usable; RangeError for impossible counts.
 *
 * Coverage at 95 %, simulated over 2 to 8 groups of 3 to 25 trials per arm, in one stratum or in blocks: 96.3 % on average, 92.5 % at
 * the lowest. Its median width is 1.06 times that of the score interval of the same rates (`scoreIntervalOfRates`).
 * Reference: `hybridDifference`.
 */
export function pooledDifference(groups: readonly (readonly Stratum[])[], confidence = 0.95): PooledDifference | undefined {
  checkConfidence(confidence);
  groups.forEach(checkStrata);
  const usable = groups.map(mantelHaenszelWeights).filter((group) => group.length > 0);
  const [first] = usable;
  if (first === undefined) return undefined;
  const used = { usedGroups: usable.length, skippedGroups: groups.length - usable.length };
  const alone = usable.length === 1 ? stratifiedDifference(first, confidence) : undefined;
  if (alone !== undefined) return { value: alone.value, low: alone.low, high: alone.high, ...used };
  const strata = usable.flatMap((group) => group.map((stratum) => ({ ...stratum, weight: stratum.weight / usable.length })));
  return { ...hybridDifference(strata, criticalValue(confidence)), ...used };
}
