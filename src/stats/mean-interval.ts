import { checkConfidence, criticalValue } from './critical-value.ts';
import type { Interval } from './interval.ts';
import { isConstant } from './is-constant.ts';
import { sampleMoments } from './sample-moments.ts';

/**
 * The mean with Student's t interval. `undefined` where the method says nothing: fewer than 2 values, or all of them equal (a
 * width of 0 would claim certainty). RangeError for a value that is not finite. Reference: Student (1908) Biometrika 6:1-25.
 */
export function meanInterval(values: readonly number[], confidence = 0.95): Interval | undefined {
  checkConfidence(confidence);
  const moments = sampleMoments(values);
  if (moments?.variance === undefined) return undefined;
  const standardError = Math.sqrt(moments.variance / moments.size);
  if (isConstant(standardError, moments.mean)) return undefined;
  const half = criticalValue(confidence, moments.size - 1) * standardError;
  return { value: moments.mean, low: moments.mean - half, high: moments.mean + half };
}
