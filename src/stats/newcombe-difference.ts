import { checkCounts, type Counts } from './counts.ts';
import { checkConfidence } from './critical-value.ts';
import type { Interval } from './interval.ts';
import { linearCombination } from './linear-combination.ts';
import { wilsonInterval } from './wilson-interval.ts';

/**
 * The difference of two independent rates, treated - control, with Newcombe's hybrid score interval (his method 10, without
 * continuity correction); `undefined` if an arm has 0 trials; RangeError for impossible counts.
 * Exact coverage at 95 % over true rates from 2 % to 98 %: 95 % on average; at the lowest 88 % (5 to 20 trials per arm, differences
 * near 1) and 92 % (50 per arm). Reference: Newcombe (1998) Statistics in Medicine 17:873-890.
 */
export function newcombeDifference(treated: Counts, control: Counts, confidence = 0.95): Interval | undefined {
  checkCounts(treated);
  checkCounts(control);
  checkConfidence(confidence);
  const upper = wilsonInterval(treated.successes, treated.trials, confidence);
  const lower = wilsonInterval(control.successes, control.trials, confidence);
  if (upper === undefined || lower === undefined) return undefined;
  const difference = linearCombination([
    { coefficient: 1, estimate: upper },
    { coefficient: -1, estimate: lower },
  ]);
  return { value: difference.value, low: Math.max(-1, difference.low), high: Math.min(1, difference.high) };
}
