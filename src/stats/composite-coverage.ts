import type { RateTerm } from './constrained-rates.ts';
import type { Interval } from './interval.ts';
import { scoreIntervalOfRates } from './score-interval-of-rates.ts';

/** One simulated verdict table: what a method makes of it, and the same table as a plain sum of rates. */
export interface DrawnTable {
  readonly interval: Interval | undefined;
  readonly rates: readonly RateTerm[];
  /** Variance of that sum beyond that of the rates, if their coefficients are estimates too. */
  readonly further?: (rates: readonly number[]) => number;
}

/** One set of true rates and numbers of trials. */
export interface CompositePoint {
  readonly name: string;
  readonly truth: number;
  /** `random` is uniform in [0, 1). */
  readonly draw: (random: () => number) => DrawnTable;
}

export interface PointCoverage {
  readonly name: string;
  /** Share of all tables whose interval holds the truth; a table without an interval does not. */
  readonly coverage: number;
  /** Median width over that of the score interval of the same tables. */
  readonly widthRatio: number;
}

/** What the whole grid comes to; the bars of `isWithinBars` look at the three numbers. */
export interface GridCoverage {
  readonly points: number;
  readonly average: number;
  readonly lowest: PointCoverage;
  /** The median over the grid. */
  readonly widthRatio: number;
  readonly widest: PointCoverage;
}

/** Limits that touch the truth but for rounding count as holding it. */
const ROUNDING = 1e-9;
/** So many tables settle a median; a reference for each would take most of the time. */
const REFERENCES = 400;

export const COVERAGE_BARS = { average: 0.94, lowest: 0.9, widthRatio: 1.15 } as const;

function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** The reference's width, worked out once for each table that looks alike. */
function referenceWidth({ rates, further }: DrawnTable, known: Map<string, number>): number {
  const key = rates.map(({ coefficient, rate, size }) => `${coefficient} ${rate} ${size}`).join(' ');
  const found = known.get(key);
  if (found !== undefined) return found;
  const { low, high } = scoreIntervalOfRates(rates, 0.95, further);
  known.set(key, high - low);
  return high - low;
}

/** Coverage and width at one point of a grid, by simulation. Reference: Burton et al. (2006) Statistics in Medicine 25:4279-4292. */
export function coverPoint(point: CompositePoint, tables: number, random: () => number): PointCoverage {
  const known = new Map<string, number>();
  const [widths, referenceWidths]: [number[], number[]] = [[], []];
  let held = 0;
  for (let table = 0; table < tables; table += 1) {
    const drawn = point.draw(random);
    const { interval } = drawn;
    if (interval === undefined) continue;
    if (interval.low <= point.truth + ROUNDING && point.truth <= interval.high + ROUNDING) held += 1;
    if (table >= REFERENCES) continue;
    widths.push(interval.high - interval.low);
    referenceWidths.push(referenceWidth(drawn, known));
  }
  return { name: point.name, coverage: held / tables, widthRatio: median(widths) / median(referenceWidths) };
}

export function summariseGrid(points: readonly PointCoverage[]): GridCoverage {
  const [first] = points;
  if (first === undefined) throw new RangeError('the grid must hold at least one point');
  return {
    points: points.length,
    average: points.reduce((sum, { coverage }) => sum + coverage, 0) / points.length,
    lowest: points.reduce((least, point) => (point.coverage < least.coverage ? point : least), first),
    widthRatio: median(points.map(({ widthRatio }) => widthRatio)),
    widest: points.reduce((most, point) => (point.widthRatio > most.widthRatio ? point : most), first),
  };
}

/** At least 94 % on average, at least 90 % at any point, and a median width of at most 1.15 times the reference. */
export function isWithinBars({ average, lowest, widthRatio }: GridCoverage): boolean {
  return average >= COVERAGE_BARS.average && lowest.coverage >= COVERAGE_BARS.lowest && widthRatio <= COVERAGE_BARS.widthRatio;
}
