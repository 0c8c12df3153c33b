import { checkConfidence, criticalValue } from './critical-value.ts';
import type { Interval } from './interval.ts';
import { welchError } from './welch-error.ts';

export interface WelchDifference extends Interval {
  readonly degreesOfFreedom: number;
}

/**
 * The difference of two independent means, treated - control, with Welch's interval and Satterthwaite's degrees of freedom.
 * `undefined` where the method says nothing: fewer than 2 values in an arm, or no spread in either. RangeError for a value that
 * is not finite. References: Welch (1947) Biometrika 34:28-35; Satterthwaite (1946) Biometrics Bulletin 2:110-114.
 */
export function welchDifference(treated: readonly number[], control: readonly number[], confidence = 0.95): WelchDifference | undefined {
  checkConfidence(confidence);
  const found = welchError(treated, control);
  if (found === undefined) return undefined;
  const { value, standardError, degreesOfFreedom } = found;
  const half = criticalValue(confidence, degreesOfFreedom) * standardError;
  return { value, low: value - half, high: value + half, degreesOfFreedom };
}
