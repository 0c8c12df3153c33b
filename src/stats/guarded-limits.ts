import { criticalValue } from './critical-value.ts';
import { betaQuantile, betaUpperQuantile } from './distributions.ts';
import type { Interval } from './interval.ts';
import { wilsonLimits } from './wilson-limits.ts';

/**
 * Limits of a rate as parts of a sum: Clopper and Pearson's towards the nearer end of [0, 1], where Wilson's misses too often if almost
 * nothing happened in few trials, and Wilson's towards the farther one. The size may be fractional (an effective one).
 * References: Korn & Graubard (1998) Survey Methodology 24:193-201 (exact limits at an effective size); Wilson (1927) JASA 22:209-212.
 */
export function guardedLimits(rate: number, size: number, confidence: number): Interval {
  const wilson = wilsonLimits(rate, size, criticalValue(confidence));
  const tail = (1 - confidence) / 2;
  const [successes, failures] = [rate * size, (1 - rate) * size];
  const isLowNear = rate > 0 && rate <= 0.5;
  const isHighNear = rate < 1 && rate >= 0.5;
  return {
    value: rate,
    low: isLowNear ? Math.min(rate, betaQuantile(tail, successes, failures + 1)) : wilson.low,
    high: isHighNear ? Math.max(rate, betaUpperQuantile(tail, successes + 1, failures)) : wilson.high,
  };
}
