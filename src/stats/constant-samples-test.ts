import { isConstant } from './is-constant.ts';
import { sampleMoments, type SampleMoments } from './sample-moments.ts';

function hasSpread({ size, mean, variance = 0 }: SampleMoments): boolean {
  return !isConstant(Math.sqrt(variance / size), mean);
}

/** Of all ways to part the values into samples of these sizes, the share of one. */
function shareOfOne(first: number, second: number): number {
  let share = 1;
  for (let each = 1; each <= first; each += 1) share *= each / (second + each);
  return share;
}

/**
 * The two-sided p-value of "both samples are from one distribution" where neither has any spread, so that Welch says nothing: the exact
 * permutation test of the difference of means. 1 where all values are the same; else no other way of parting them has so large a
 * difference, and p is twice the share of one among all ways. `undefined` for fewer than 2 values in a sample, or spread in one;
 * RangeError for a value that is not finite. References: Fisher (1935) The Design of Experiments, section 21; Pitman (1937) Supplement to
 * the Journal of the Royal Statistical Society 4:119-130.
 */
export function constantSamplesTest(treated: readonly number[], control: readonly number[]): number | undefined {
  const [one, two] = [sampleMoments(treated), sampleMoments(control)];
  if (one?.variance === undefined || two?.variance === undefined || hasSpread(one) || hasSpread(two)) return undefined;
  if (isConstant(Math.abs(one.mean - two.mean), Math.max(Math.abs(one.mean), Math.abs(two.mean)))) return 1;
  return Math.min(1, 2 * shareOfOne(one.size, two.size));
}
