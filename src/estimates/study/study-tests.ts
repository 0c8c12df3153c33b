import { binomialTest } from '../../stats/binomial-test.ts';
import { normalCdf } from '../../stats/distributions.ts';
import { fisherCombination } from '../../stats/fisher-combination.ts';
import { pooledProportionsTest } from '../../stats/pooled-proportions-test.ts';
import { tTest } from '../../stats/t-test.ts';
import type { StudyCounts, StudyTest } from './study-analysis.ts';
import type { StudySwitches } from './study-warts.ts';

const NULL_RATE = 0.001;
const SMALLEST_P = 1e-10;

/** *** below 0.001, ** below 0.01, * below 0.05. */
function markerOf(pValue: number | null): StudyTest['marker'] {
  if (pValue === null || pValue >= 0.05) return '';
  if (pValue >= 0.01) return '*';
  return pValue >= 0.001 ? '**' : '***';
}

export function studyTest(pValue: number | null | undefined, method: string): StudyTest {
  const known = pValue ?? null;
  return { pValue: known, marker: markerOf(known), method };
}

/**
 * The study's two-sided pooled z-test. It takes the tail as 2(1 - Phi(|z|)), which is exactly 0 from |z| = 8.3 on; where what
 * comes of that is switched off, the tail is computed as such.
 */
export function studyZTest(treated: StudyCounts, control: StudyCounts, switches: StudySwitches): StudyTest {
  const result = pooledProportionsTest(treated, control);
  if (result === undefined) return studyTest(null, 'pooled z-test');
  const pValue = switches['p-zero-dropped'] && result.pValue < 1 ? 2 * (1 - normalCdf(Math.abs(result.z))) : result.pValue;
  return studyTest(pValue, 'pooled z-test');
}

/** One-sided and exact, against a rate of 0.1 %. */
export function studyRateTest(counts: StudyCounts, switches: StudySwitches): StudyTest {
  if (!switches['binomial-against-0.001']) return studyTest(null, 'none');
  return studyTest(binomialTest(counts, NULL_RATE), 'binomial against 0.1 %');
}

const known = (pValues: readonly (number | null)[]) => pValues.filter((p) => p !== null);

/** Several tests into one. Null where there is none to combine. */
export function combineTests(pValues: readonly (number | null)[], switches: StudySwitches): StudyTest {
  const given = known(pValues);
  if (switches['fisher-combination']) return studyTest(fisherCombination(given, SMALLEST_P)?.pValue, 'Fisher combination');
  return studyTest(given.length === 0 ? null : Math.min(1, given.length * Math.min(...given)), 'smallest p times number of tests');
}

/** As the study combines the settings of one channel: within each setting, then across them. */
export function combineSettings(settings: readonly (readonly (number | null)[])[], switches: StudySwitches): StudyTest {
  if (!switches['fisher-combination']) return combineTests(settings.flat(), switches);
  const kept = (pValues: readonly (number | null)[]) => known(pValues).filter((p) => p > 0 || !switches['p-zero-dropped']);
  return combineTests(kept(settings.map((pValues) => combineTests(kept(pValues), switches).pValue)), switches);
}

/** Size, sum and sum of squares of some scores. */
export interface Moments {
  readonly count: number;
  readonly sum: number;
  readonly sumOfSquares: number;
}

const spread = ({ count, sum, sumOfSquares }: Moments) => Math.max(0, sumOfSquares - (sum * sum) / count);

/** Student's two-sided t-test of two means with one variance, from their moments; none where an arm has under two scores or there is no spread. */
export function scoreTest(treated: Moments, control: Moments): StudyTest {
  const degreesOfFreedom = treated.count + control.count - 2;
  if (treated.count < 2 || control.count < 2) return studyTest(null, 't-test');
  const pooled = (spread(treated) + spread(control)) / degreesOfFreedom;
  const standardError = Math.sqrt(pooled * (1 / treated.count + 1 / control.count));
  const value = treated.sum / treated.count - control.sum / control.count;
  // Rounding of a sum of squares leaves a spread of 1e-12 of it where all scores are the same.
  const isConstant = pooled <= 1e-12 * ((treated.sumOfSquares + control.sumOfSquares) / (degreesOfFreedom + 2));
  return studyTest(isConstant ? null : tTest({ value, standardError, degreesOfFreedom }).pValue, 't-test');
}
