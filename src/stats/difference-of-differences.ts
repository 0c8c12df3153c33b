import type { Interval } from './interval.ts';
import { linearCombination } from './linear-combination.ts';

/**
 * How much larger the first of two independent effects is than the second, with an interval by MOVER from their own; the two
 * must share no trial. RangeError unless each lies within its finite limits.
 * Reference: Zou & Donner (2008) Statistics in Medicine 27:1693-1702. Coverage at 95 %, simulated from 8 trials per arm:
 * 96.1 % on average, 92.5 % at the lowest (in blocks 96.5 % and 94.6 %); 5 per arm may fall to 89 %, in blocks of 2 to 4,
 * exactly over all outcomes, to 83 %, and of a single one to 70 %. In blocks its median width is
 * 0.98 times that of the score interval of the four rates (`scoreIntervalOfRates`).
 */
export function differenceOfDifferences(first: Interval, second: Interval): Interval {
  return linearCombination([
    { coefficient: 1, estimate: first },
    { coefficient: -1, estimate: second },
  ]);
}
