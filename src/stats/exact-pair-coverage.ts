import { binomialProbability } from './distributions.ts';
import type { Interval } from './interval.ts';
import type { PairCounts } from './pair-counts.ts';

export type PairInterval = (counts: PairCounts) => Interval | undefined;

/** One possible table of so many pairs; who has neither and who both makes no difference to a difference. */
export function allPairCounts(pairs: number): readonly PairCounts[] {
  return Array.from({ length: pairs + 1 }, (_, onlyFirst) =>
    Array.from({ length: pairs - onlyFirst + 1 }, (_unused, onlySecond) => ({
      both: 0,
      onlyFirst,
      onlySecond,
      neither: pairs - onlyFirst - onlySecond,
    })),
  ).flat();
}

/** The chance of a table where a pair shows it in the first only, and in the second only, with these chances. */
export function chanceOfPairs({ both, onlyFirst, onlySecond, neither }: PairCounts, [first, second]: readonly [number, number]): number {
  const pairs = both + onlyFirst + onlySecond + neither;
  const ofTheRest = first === 1 ? 0 : Math.min(1, second / (1 - first));
  return binomialProbability(onlyFirst, pairs, first) * binomialProbability(onlySecond, pairs - onlyFirst, ofTheRest);
}

/** Limits that touch the truth but for rounding count as holding it. */
const ROUNDING = 1e-12;

/** How often an interval of true pairs holds their true difference at each pair of chances, by adding up every possible table. */
export function coverageOfPairs(interval: PairInterval, pairs: number, chances: readonly (readonly [number, number])[]): readonly number[] {
  const tables = allPairCounts(pairs).map((counts) => ({ counts, limits: interval(counts) }));
  return chances.map((each) => {
    const truth = each[0] - each[1];
    const held = tables.filter(({ limits }) => limits && limits.low <= truth + ROUNDING && truth <= limits.high + ROUNDING);
    return held.reduce((sum, { counts }) => sum + chanceOfPairs(counts, each), 0);
  });
}
