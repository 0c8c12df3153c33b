import { anytimeMean, type SeenValue } from './anytime-mean.ts';
import type { Interval } from './interval.ts';
import { checkStrata, type Stratum } from './stratum.ts';

/** One twin difference of a contrast: `sign` is -1 for those that are taken away. */
export interface ContrastTerm {
  readonly sign: 1 | -1;
  /** The same blocks in the same order as those of every other term. */
  readonly strata: readonly Stratum[];
}

export interface AnytimeContrast extends Interval {
  /** Blocks with a scored trial in every arm. */
  readonly usedBlocks: number;
  /** All others: they hold no contrast, and are left out. */
  readonly skippedBlocks: number;
}

const rateOf = ({ successes, trials }: Stratum['treated']) => successes / trials;

function valueOfBlock(terms: readonly ContrastTerm[], block: number): number | undefined {
  let value = 0;
  for (const { sign, strata } of terms) {
    const stratum = strata[block];
    if (stratum === undefined || stratum.treated.trials === 0 || stratum.control.trials === 0) return undefined;
    value += sign * (rateOf(stratum.treated) - rateOf(stratum.control));
  }
  return value;
}

/**
 * A sum of differences between arms, block by block, with limits that hold at all numbers of blocks at once (`anytimeMean`). Of one
 * difference a block of one trial an arm gives -1, 0 or 1; of a difference of two, a value from -2 to 2. Blocks count alike.
 * `undefined` where no block has a scored trial in every arm; RangeError for impossible counts, no term or unlike numbers of blocks.
 *
 * Simulated over 1,000 paths of 300 blocks in 8 worlds, with rates from 0 to 100 % that may differ between six wordings
 * (`anytime-coverage.ts`): after every round at once the limits hold the truth in at least 97 % of paths, those of `stratifiedDifference` in
 * 47 %. At one number of blocks from 60 to 300 the interval is 1.6 to 1.7 times as wide as that one, and three times where nothing varies.
 */
export function anytimeContrast(terms: readonly ContrastTerm[], confidence = 0.95): AnytimeContrast | undefined {
  const [first] = terms;
  if (first === undefined) throw new RangeError('a contrast must have at least one term');
  const blocks = first.strata.length;
  for (const { strata } of terms) {
    checkStrata(strata);
    if (strata.length !== blocks) throw new RangeError(`all terms must have the same blocks: ${blocks} and ${strata.length}`);
  }
  const counts = new Map<number, number>();
  for (let block = 0; block < blocks; block += 1) {
    const value = valueOfBlock(terms, block);
    if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const seen = [...counts].map(([value, times]): SeenValue => ({ value, times }));
  const interval = anytimeMean(seen, { least: -terms.length, most: terms.length }, confidence);
  if (interval === undefined) return undefined;
  const usedBlocks = seen.reduce((sum, { times }) => sum + times, 0);
  return { ...interval, usedBlocks, skippedBlocks: blocks - usedBlocks };
}
