import { binomialCdf, binomialProbability } from './distributions.ts';
import { checkPairCounts, type PairCounts } from './pair-counts.ts';

export interface McnemarOptions {
  /** Counts the outcome itself half: nearer its level, but above it in places (6.5 % at 5 %, with 50 pairs that all differ). Default false. */
  readonly isMidP?: boolean;
}

/**
 * The two-sided p-value of "both rates are the same" over true pairs: the exact test on the pairs that differ, twice the smaller
 * binomial tail; 1 if none differs. The exact one never rejects a true null more often than it says.
 * RangeError for impossible counts. References: McNemar (1947) Psychometrika 12:153-157; Fagerland, Lydersen & Laake (2013) BMC Medical
 * Research Methodology 13:91 (mid-p).
 */
export function mcnemarTest(counts: PairCounts, { isMidP = false }: McnemarOptions = {}): number {
  checkPairCounts(counts);
  const fewer = Math.min(counts.onlyFirst, counts.onlySecond);
  const differing = counts.onlyFirst + counts.onlySecond;
  if (differing === 0) return 1;
  const exact = 2 * binomialCdf(fewer, differing, 0.5);
  return Math.min(1, isMidP ? exact - binomialProbability(fewer, differing, 0.5) : exact);
}
