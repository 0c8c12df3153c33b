import { isConstant } from './is-constant.ts';
import { sampleMoments } from './sample-moments.ts';
import { type TTest, tTest } from './t-test.ts';

/**
 * Student's two-sided t-test of two independent means that share one variance. Our own effects use `welchTest`, which does not need
 * that; this one is for analyses that say so. `undefined` for fewer than 2 values in an arm, or no spread in either; RangeError for a
 * value that is not finite. Reference: Student (1908) Biometrika 6:1-25.
 */
export function studentTest(treated: readonly number[], control: readonly number[]): TTest | undefined {
  const one = sampleMoments(treated);
  const two = sampleMoments(control);
  if (one?.variance === undefined || two?.variance === undefined) return undefined;
  const degreesOfFreedom = one.size + two.size - 2;
  const pooled = ((one.size - 1) * one.variance + (two.size - 1) * two.variance) / degreesOfFreedom;
  const standardError = Math.sqrt(pooled * (1 / one.size + 1 / two.size));
  if (isConstant(standardError, Math.max(Math.abs(one.mean), Math.abs(two.mean)))) return undefined;
  return tTest({ value: one.mean - two.mean, standardError, degreesOfFreedom });
}
