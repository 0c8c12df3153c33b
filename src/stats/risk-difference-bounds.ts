import type { Counts } from './counts.ts';
import { mantelHaenszelWeights } from './mantel-haenszel-weights.ts';
import { type Bounds, checkPartlyScored, type PartlyScoredCounts } from './risk-bounds.ts';
import { type Stratum, weightedDifference } from './stratum.ts';

export interface PartlyScoredStratum {
  readonly treated: PartlyScoredCounts;
  readonly control: PartlyScoredCounts;
}

function allNo({ successes, trials, unscored, latched = 0 }: PartlyScoredCounts): Counts {
  return { successes: successes + latched, trials: trials + unscored };
}

function allYes({ successes, trials, unscored }: PartlyScoredCounts): Counts {
  return { successes: successes + unscored, trials: trials + unscored };
}

/**
 * What the pooled difference over all trials could be: the unscored of one arm all a no and of the other all a yes, and the
 * reverse. Strata are weighted by all their trials, so an estimate whose strata lost unlike shares may fall outside.
 * `undefined` if no stratum has trials in both arms; RangeError for impossible counts. Reference: Manski (2003), as in `riskBounds`.
 */
export function riskDifferenceBounds(strata: readonly PartlyScoredStratum[]): Bounds | undefined {
  for (const { treated, control } of strata) {
    checkPartlyScored(treated);
    checkPartlyScored(control);
  }
  const pooled = (fill: (stratum: PartlyScoredStratum) => Stratum) => mantelHaenszelWeights(strata.map(fill));
  const lowest = pooled(({ treated, control }) => ({ treated: allNo(treated), control: allYes(control) }));
  const highest = pooled(({ treated, control }) => ({ treated: allYes(treated), control: allNo(control) }));
  return lowest.length === 0 ? undefined : { low: weightedDifference(lowest), high: weightedDifference(highest) };
}
