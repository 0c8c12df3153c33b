import { checkCounts } from './counts.ts';
import { checkConfidence } from './critical-value.ts';
import { betaQuantile, betaUpperQuantile } from './distributions.ts';
import type { Interval } from './interval.ts';

/**
 * The exact interval of a rate: it never covers less often than its confidence; `undefined` for 0 trials; RangeError for
 * impossible counts. Reference: Clopper & Pearson (1934) Biometrika 26:404-413, by beta quantiles.
 */
export function clopperPearsonInterval(successes: number, trials: number, confidence = 0.95): Interval | undefined {
  checkCounts({ successes, trials });
  checkConfidence(confidence);
  if (trials === 0) return undefined;
  const tail = (1 - confidence) / 2;
  const failures = trials - successes;
  return {
    value: successes / trials,
    low: successes === 0 ? 0 : betaQuantile(tail, successes, failures + 1),
    high: failures === 0 ? 1 : betaUpperQuantile(tail, successes + 1, failures),
  };
}
