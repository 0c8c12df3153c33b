import { type TTest, tTest } from './t-test.ts';
import { welchError } from './welch-error.ts';

/**
 * Welch's two-sided t-test of two independent means whose variances may differ: p < .05 exactly where the 95 % interval of
 * `welchDifference` leaves 0 out. `undefined` for fewer than 2 values in an arm, or no spread in either; RangeError for a value that
 * is not finite. Reference: Welch (1947) Biometrika 34:28-35.
 */
export function welchTest(treated: readonly number[], control: readonly number[]): TTest | undefined {
  const difference = welchError(treated, control);
  return difference && tTest(difference);
}
