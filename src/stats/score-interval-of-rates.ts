import type { RateTerm } from './constrained-rates.ts';
import { criticalValue } from './critical-value.ts';
import type { Interval } from './interval.ts';
import { independentVariance, scoreLimit } from './score-limit.ts';

/**
 * The score interval of a sum of independent rates, each times a coefficient: Mee's for a difference of two, and the same test
 * turned round for more. No estimate of ours is reported by it: it is what their widths are measured against.
 * `further` is variance of the sum beyond that of the rates, where the coefficients are estimates themselves.
 * RangeError for a size that is not positive or a rate outside [0, 1]. References: Mee (1984) Biometrics 40:1175-1176; Martin
 * Andres, Herranz Tejedor & Alvarez Hernandez (2011) Computational Statistics & Data Analysis 55:2208-2223.
 */
export function scoreIntervalOfRates(
  terms: readonly RateTerm[],
  confidence = 0.95,
  further: (rates: readonly number[]) => number = () => 0,
): Interval {
  for (const { rate, size } of terms) {
    if (!(size > 0)) throw new RangeError(`a size must be positive: ${size}`);
    if (!(rate >= 0 && rate <= 1)) throw new RangeError(`a rate must lie from 0 to 1: ${rate}`);
  }
  const question = {
    terms,
    criticalZ: criticalValue(confidence),
    varianceAt: (rates: readonly number[]) => independentVariance(terms, rates) + further(rates),
  };
  const value = terms.reduce((sum, { coefficient, rate }) => sum + coefficient * rate, 0);
  return { value, low: scoreLimit(question, 'low'), high: scoreLimit(question, 'high') };
}
