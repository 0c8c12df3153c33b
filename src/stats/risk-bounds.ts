import { checkCounts, type Counts } from './counts.ts';

/** The trials of one arm including those without a score. */
export interface PartlyScoredCounts extends Counts {
  /** Trials that were run and have no score; `trials` counts the scored ones only. */
  readonly unscored: number;
  /** Unscored trials that had already shown the thing beyond recall: a yes in both bounds. Default 0. */
  readonly latched?: number;
}

export interface Bounds {
  readonly low: number;
  readonly high: number;
}

/** Throws a RangeError naming the value unless 0 <= latched <= unscored, all whole, and the counts are possible. */
export function checkPartlyScored(counts: PartlyScoredCounts): void {
  checkCounts(counts);
  const { unscored, latched = 0 } = counts;
  if (!Number.isSafeInteger(unscored) || unscored < 0) throw new RangeError(`unscored must be a whole number from 0: ${unscored}`);
  if (!Number.isSafeInteger(latched) || latched < 0 || latched > unscored) {
    throw new RangeError(`latched must be a whole number from 0 to ${unscored} unscored: ${latched}`);
  }
}

/**
 * What the rate over all trials could be: all unscored trials a no (but the latched), or all a yes. `undefined` if there are no
 * trials at all; RangeError for impossible counts. Reference: Manski (2003) Partial Identification of Probability Distributions, ch. 1.
 */
export function riskBounds(counts: PartlyScoredCounts): Bounds | undefined {
  checkPartlyScored(counts);
  const { successes, trials, unscored, latched = 0 } = counts;
  const all = trials + unscored;
  return all === 0 ? undefined : { low: (successes + latched) / all, high: (successes + unscored) / all };
}
