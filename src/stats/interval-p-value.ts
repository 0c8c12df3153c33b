import { normalUpperTail } from './distributions.ts';
import type { Interval } from './interval.ts';

/** Beyond it 1 - p can hardly be told from 1: about 1e-12. */
const LARGEST_Z = 7.1;
const HALVINGS = 24;

/**
 * The two-sided p-value of "the true value is 0" that belongs to an interval: the error rate of the narrowest confidence at which the
 * interval still leaves 0 out, so that p < 0.05 exactly where the 95 % interval does. At the least about 1e-12.
 * @param intervalAt the interval at a confidence in (0, 1); a higher one must contain a lower one
 * Reference: Lehmann & Romano (2005) Testing Statistical Hypotheses, sections 3.3 and 3.5.
 */
export function intervalPValue(intervalAt: (confidence: number) => Interval): number {
  const leavesZeroOut = (z: number) => {
    const { low, high } = intervalAt(1 - 2 * normalUpperTail(z));
    return low > 0 || high < 0;
  };
  if (leavesZeroOut(LARGEST_Z)) return 2 * normalUpperTail(LARGEST_Z);
  let [out, within] = [0, LARGEST_Z];
  for (let step = 0; step < HALVINGS; step += 1) {
    const middle = (out + within) / 2;
    if (leavesZeroOut(middle)) out = middle;
    else within = middle;
  }
  return 2 * normalUpperTail(within);
}
