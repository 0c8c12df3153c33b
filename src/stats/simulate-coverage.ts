import type { Interval } from './interval.ts';

export interface CoverageStudy {
  readonly truth: number;
  readonly repetitions: number;
  /** One simulated study and what the method makes of it; `undefined` where it makes nothing. */
  readonly draw: (random: () => number) => Interval | undefined;
  /** Uniform in [0, 1), seeded by the caller. */
  readonly random: () => number;
}

export interface SimulatedCoverage {
  /** Share of the intervals given that hold the truth; NaN if none was given. */
  readonly coverage: number;
  readonly meanWidth: number;
  /** Repetitions in which the method gave no interval. */
  readonly without: number;
}

/** Limits that touch the truth but for rounding count as holding it. */
const ROUNDING = 1e-9;

/** How often an interval holds the truth in simulated studies. Reference: Burton et al. (2006) Statistics in Medicine 25:4279-4292. */
export function simulateCoverage({ truth, repetitions, draw, random }: CoverageStudy): SimulatedCoverage {
  let given = 0;
  let held = 0;
  let width = 0;
  for (let repetition = 0; repetition < repetitions; repetition += 1) {
    const interval = draw(random);
    if (interval === undefined) continue;
    given += 1;
    width += interval.high - interval.low;
    if (interval.low <= truth + ROUNDING && truth <= interval.high + ROUNDING) held += 1;
  }
  return { coverage: held / given, meanWidth: width / given, without: repetitions - given };
}
