import { clopperPearsonInterval } from './clopper-pearson-interval.ts';
import {
  differenceCurves,
  differenceRates,
  type DocumentedMethod,
  documentedMethods,
  pairCurves,
  pairRates,
  rateCurves,
  type RateMethod,
} from './documented-coverage.ts';
import { coverageByPair, coverageByRate, type DifferenceInterval, type RateInterval } from './exact-coverage.ts';
import { coverageOfPairs, type PairInterval } from './exact-pair-coverage.ts';
import { newcombeDifference } from './newcombe-difference.ts';
import { tangoDifference } from './tango-difference.ts';
import { wilsonInterval } from './wilson-interval.ts';

/** The intervals in use, under the names of their documented curves. */
export interface DocumentedIntervals {
  readonly rates: { readonly [Method in RateMethod]: RateInterval };
  readonly differences: { readonly newcombe: DifferenceInterval };
  readonly pairs: { readonly tango: PairInterval };
}

export const intervalsInUse: DocumentedIntervals = {
  rates: {
    wilson: (successes, trials) => wilsonInterval(successes, trials),
    'wilson at 99 %': (successes, trials) => wilsonInterval(successes, trials, 0.99),
    'clopper-pearson': (successes, trials) => clopperPearsonInterval(successes, trials),
  },
  differences: { newcombe: (treated, control) => newcombeDifference(treated, control) },
  pairs: { tango: (counts) => tangoDifference(counts) },
};

/** How far the exact coverage of one interval lies from its documented curve, at most. */
export interface CurveCheck {
  readonly method: DocumentedMethod;
  readonly points: number;
  /** In shares, not in points: 0.002 are .2 points. */
  readonly furthest: number;
  readonly furthestAt: string;
  readonly lowest: number;
  readonly isDocumented: boolean;
}

/** A fifth of a percentage point. */
const AT_MOST = 0.002;

interface ComparedPoint {
  readonly at: string;
  readonly coverage: number;
  readonly documented: number;
}

function ratePoints(interval: RateInterval, method: keyof typeof rateCurves): readonly ComparedPoint[] {
  const { trials, rates, coverage } = rateCurves[method];
  return trials.flatMap((size, row) =>
    coverageByRate(interval, size, rates).map((found, column) => ({
      at: `${size} trials, rate ${rates[column]}`,
      coverage: found,
      documented: coverage[row]?.[column] ?? 0,
    })),
  );
}

function differencePoints(interval: DifferenceInterval): readonly ComparedPoint[] {
  return differenceCurves.flatMap(({ treated, control, coverage }) =>
    coverageByPair(interval, { treated, control }, differenceRates).flatMap((row, i) =>
      row.map((found, j) => ({
        at: `${treated} and ${control} trials, rates ${differenceRates[i]} and ${differenceRates[j]}`,
        coverage: found,
        documented: coverage[i]?.[j] ?? 0,
      })),
    ),
  );
}

function pairPoints(interval: PairInterval): readonly ComparedPoint[] {
  return pairCurves.flatMap(({ pairs, coverage }) =>
    coverageOfPairs(interval, pairs, pairRates).map((found, column) => ({
      at: `${pairs} pairs, chances ${pairRates[column]?.join(' and ')}`,
      coverage: found,
      documented: coverage[column] ?? 0,
    })),
  );
}

function compare(method: DocumentedMethod, points: readonly ComparedPoint[]): CurveCheck {
  const distance = ({ coverage, documented }: ComparedPoint) => Math.abs(coverage - documented);
  const [furthest] = points.toSorted((left, right) => distance(right) - distance(left));
  const lowest = Math.min(...points.map(({ coverage }) => coverage));
  const most = furthest ? distance(furthest) : Number.NaN;
  return { method, points: points.length, furthest: most, furthestAt: furthest?.at ?? '', lowest, isDocumented: most <= AT_MOST };
}

/** The exact coverage of every interval of a rate, a difference or pairs, by enumeration, against the curve that is documented for it. */
export function checkDocumentedCoverage(intervals: DocumentedIntervals = intervalsInUse): readonly CurveCheck[] {
  return documentedMethods.map((method) => {
    if (method === 'newcombe') return compare(method, differencePoints(intervals.differences.newcombe));
    if (method === 'tango') return compare(method, pairPoints(intervals.pairs.tango));
    return compare(method, ratePoints(intervals.rates[method], method));
  });
}
