import { checkCounts, type Counts } from './counts.ts';

/** One stratum (a block, a wording): the scored trials of both arms in it. */
export interface Stratum {
  readonly treated: Counts;
  readonly control: Counts;
}

/** A stratum with trials in both arms and its share of the pooled difference; the shares sum to 1. */
export interface WeightedStratum extends Stratum {
  readonly weight: number;
}

/** Throws a RangeError naming the value if a count is impossible. A stratum without a trial in one of the arms is possible. */
export function checkStrata(strata: readonly Stratum[]): void {
  for (const { treated, control } of strata) {
    checkCounts(treated);
    checkCounts(control);
  }
}

export type Arm = 'treated' | 'control';

/** The rate of an arm in a population made up of the strata by their weights. */
export function weightedRate(strata: readonly WeightedStratum[], arm: Arm): number {
  const total = strata.reduce((sum, { weight }) => sum + weight, 0);
  // Divided by a sum of the same terms, a rate of 1 in every stratum stays exactly 1.
  return strata.reduce((sum, stratum) => sum + stratum.weight * (stratum[arm].successes / stratum[arm].trials), 0) / total;
}

/** treated - control, over the strata by their weights. */
export function weightedDifference(strata: readonly WeightedStratum[]): number {
  return weightedRate(strata, 'treated') - weightedRate(strata, 'control');
}
