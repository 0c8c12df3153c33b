import type { Estimate } from '../core/estimate.ts';
import { mcnemarTest } from '../stats/mcnemar-test.ts';
import type { PairCounts } from '../stats/pair-counts.ts';
import { riskDifferenceBounds } from '../stats/risk-difference-bounds.ts';
import { tangoDifference } from '../stats/tango-difference.ts';
import { eachMark, markAt } from './block-marks.ts';
import { strataOf, unpairedIn } from './effect-estimate.ts';
import type { VerdictColumn } from './verdict-column.ts';

/** Trials with a score in both halves, by what those were. */
export function countPairs(treated: VerdictColumn, control: VerdictColumn): PairCounts {
  const counts = { both: 0, onlyFirst: 0, onlySecond: 0, neither: 0 };
  for (const [block, mark] of eachMark(treated.marks)) {
    const other = markAt(control.marks, block);
    if (mark === 'yes' && other === 'yes') counts.both += 1;
    else if (mark === 'yes' && other === 'no') counts.onlyFirst += 1;
    else if (mark === 'no' && other === 'yes') counts.onlySecond += 1;
    else if (mark === 'no' && other === 'no') counts.neither += 1;
  }
  return counts;
}

/** The difference of two halves of the same trials, treated less control, by Tango. Pairs with an unscored half move the bounds. */
export function pairEstimate(treated: VerdictColumn, control: VerdictColumn): Estimate {
  const counts = countPairs(treated, control);
  const strata = strataOf(treated, control);
  const unscored = strata.reduce((sum, stratum) => sum + stratum.treated.unscored + stratum.control.unscored, 0);
  const difference = tangoDifference(counts);
  const pairs = counts.both + counts.onlyFirst + counts.onlySecond + counts.neither;
  const unpaired = unpairedIn(strata, 2 * pairs);
  if (!difference) return { kind: 'not-estimable', because: 'no trial has a score in both of its halves', unscored, ...unpaired };
  const bounds = riskDifferenceBounds(strata);
  const { value, low, high } = difference;
  return {
    kind: 'estimated',
    value,
    low,
    high,
    trials: pairs,
    unscored,
    bounds: bounds ? [Math.min(bounds.low, value), Math.max(bounds.high, value)] : [-1, 1],
    ...unpaired,
  };
}

/**
 * Of "both halves have the same rate", by the exact test of McNemar; 1 without a pair. It is stricter than Tango's interval: in few pairs that
 * may leave 0 out where p is above 5 %, and never the other way round. What is found is decided by p.
 */
export function pairPValue(treated: VerdictColumn, control: VerdictColumn): number {
  return mcnemarTest(countPairs(treated, control));
}
