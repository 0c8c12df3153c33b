import type { Estimate } from '../core/estimate.ts';
import { riskBounds } from '../stats/risk-bounds.ts';
import { wilsonInterval } from '../stats/wilson-interval.ts';
import { countColumn, type VerdictColumn } from './verdict-column.ts';

/** Share of the scored trials in which a verdict is true, by Wilson's interval, with bounds for the unscored. */
export function rateEstimate(column: VerdictColumn, confidence = 0.95): Estimate {
  const counts = countColumn(column);
  const interval = wilsonInterval(counts.successes, counts.trials, confidence);
  const bounds = riskBounds(counts);
  if (!interval || !bounds) return { kind: 'not-estimable', because: 'no trial was scored', unscored: counts.unscored };
  const { trials, unscored } = counts;
  return { kind: 'estimated', ...interval, trials, unscored, bounds: [bounds.low, bounds.high] };
}
