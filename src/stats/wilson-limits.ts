import type { Interval } from './interval.ts';

/**
 * Wilson's score limits of a rate seen in `size` trials; the size may be fractional (an effective one), the rate is in [0, 1].
 * Reference: Wilson (1927) JASA 22:209-212.
 */
export function wilsonLimits(rate: number, size: number, criticalZ: number): Interval {
  const square = criticalZ * criticalZ;
  const centre = (rate + square / (2 * size)) / (1 + square / size);
  const half = (criticalZ / (1 + square / size)) * Math.sqrt((rate * (1 - rate)) / size + square / (4 * size * size));
  // At the ends the limits are exactly 0 and 1, which rounding would miss.
  return { value: rate, low: rate <= 0 ? 0 : Math.max(0, centre - half), high: rate >= 1 ? 1 : Math.min(1, centre + half) };
}
