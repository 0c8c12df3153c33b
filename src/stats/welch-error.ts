import { isConstant } from './is-constant.ts';
import { sampleMoments } from './sample-moments.ts';

export interface DifferenceOfMeans {
  /** treated - control. */
  readonly value: number;
  readonly standardError: number;
  readonly degreesOfFreedom: number;
}

/**
 * The difference of two independent means with its standard error where the arms may spread unlike, and Satterthwaite's degrees of freedom.
 * `undefined` for fewer than 2 values in an arm, or no spread in either; RangeError for a value that is not finite.
 * References: Welch (1947) Biometrika 34:28-35; Satterthwaite (1946) Biometrics Bulletin 2:110-114.
 */
export function welchError(treated: readonly number[], control: readonly number[]): DifferenceOfMeans | undefined {
  const one = sampleMoments(treated);
  const two = sampleMoments(control);
  if (one?.variance === undefined || two?.variance === undefined) return undefined;
  const errorOne = one.variance / one.size;
  const errorTwo = two.variance / two.size;
  const standardError = Math.sqrt(errorOne + errorTwo);
  if (isConstant(standardError, Math.max(Math.abs(one.mean), Math.abs(two.mean)))) return undefined;
  const degreesOfFreedom = (errorOne + errorTwo) ** 2 / (errorOne ** 2 / (one.size - 1) + errorTwo ** 2 / (two.size - 1));
  return { value: one.mean - two.mean, standardError, degreesOfFreedom };
}
