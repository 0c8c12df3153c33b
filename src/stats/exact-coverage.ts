import type { Counts } from './counts.ts';
import { binomialProbability } from './distributions.ts';
import type { Interval } from './interval.ts';

export type RateInterval = (successes: number, trials: number) => Interval | undefined;
export type DifferenceInterval = (treated: Counts, control: Counts) => Interval | undefined;

/** How often the interval holds the truth, averaged over the grid, and the point of the grid where it does so least. */
export interface ExactCoverage<Point> {
  readonly average: number;
  readonly lowest: number;
  readonly lowestAt: Point;
}

/** Limits that touch the truth but for rounding count as holding it. */
const ROUNDING = 1e-12;

function holds(interval: Interval | undefined, truth: number): boolean {
  return interval !== undefined && interval.low <= truth + ROUNDING && truth <= interval.high + ROUNDING;
}

function checkRates(rates: readonly number[]): void {
  for (const rate of rates) {
    if (!(rate >= 0 && rate <= 1)) throw new RangeError(`a true rate must lie from 0 to 1: ${rate}`);
  }
}

function upTo(last: number): readonly number[] {
  return Array.from({ length: last + 1 }, (_, index) => index);
}

function summarise<Point>(points: readonly { readonly at: Point; readonly coverage: number }[]): ExactCoverage<Point> {
  const [first] = points;
  if (first === undefined) throw new RangeError('the grid must hold at least one rate');
  const worst = points.reduce((least, point) => (point.coverage < least.coverage ? point : least), first);
  const average = points.reduce((sum, { coverage }) => sum + coverage, 0) / points.length;
  return { average, lowest: worst.coverage, lowestAt: worst.at };
}

/**
 * The coverage of a rate's interval at each true rate of a grid, by adding up every possible outcome: no simulation, no chance.
 * An interval that is `undefined` does not cover. Reference: Brown, Cai & DasGupta (2001) Statistical Science 16:101-133.
 */
export function exactCoverage(interval: RateInterval, trials: number, rates: readonly number[]): ExactCoverage<number> {
  const coverages = coverageByRate(interval, trials, rates);
  return summarise(rates.map((rate, index) => ({ at: rate, coverage: coverages[index] ?? 0 })));
}

/** The same rate by rate. */
export function coverageByRate(interval: RateInterval, trials: number, rates: readonly number[]): readonly number[] {
  checkRates(rates);
  const intervals = upTo(trials).map((successes) => interval(successes, trials));
  const coverageAt = (rate: number) =>
    intervals.reduce((sum, each, successes) => (holds(each, rate) ? sum + binomialProbability(successes, trials, rate) : sum), 0);
  return rates.map(coverageAt);
}

interface ArmSizes {
  readonly treated: number;
  readonly control: number;
}

/**
 * The same for the difference of two rates, over all pairs of true rates of the grid.
 * Reference: Newcombe (1998) Statistics in Medicine 17:873-890.
 */
export function exactDifferenceCoverage(
  interval: DifferenceInterval,
  trials: ArmSizes,
  rates: readonly number[],
): ExactCoverage<{ readonly treated: number; readonly control: number }> {
  const coverages = coverageByPair(interval, trials, rates);
  return summarise(
    rates.flatMap((treated, i) => rates.map((control, j) => ({ at: { treated, control }, coverage: coverages[i]?.[j] ?? 0 }))),
  );
}

/** The same pair by pair: one row for each true rate of the treated arm, one value for each of the control arm. */
export function coverageByPair(interval: DifferenceInterval, trials: ArmSizes, rates: readonly number[]): readonly (readonly number[])[] {
  checkRates(rates);
  const table = upTo(trials.treated).map((treated) =>
    upTo(trials.control).map((control) =>
      interval({ successes: treated, trials: trials.treated }, { successes: control, trials: trials.control }),
    ),
  );
  const chances = (size: number, rate: number) => upTo(size).map((successes) => binomialProbability(successes, size, rate));
  const treatedChances = rates.map((rate) => chances(trials.treated, rate));
  const controlChances = rates.map((rate) => chances(trials.control, rate));
  const coverageAt = (i: number, j: number, truth: number) =>
    table.reduce((sum, row, y) => {
      const covered = row.reduce((part, each, x) => (holds(each, truth) ? part + (controlChances[j]?.[x] ?? 0) : part), 0);
      return sum + (treatedChances[i]?.[y] ?? 0) * covered;
    }, 0);
  return rates.map((treated, i) => rates.map((control, j) => coverageAt(i, j, treated - control)));
}
