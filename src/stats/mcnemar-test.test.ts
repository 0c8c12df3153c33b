import { describe, expect, it } from 'vitest';
import { binomialProbability } from './distributions.ts';
import { mcnemarTest } from './mcnemar-test.ts';

const differing = (onlyFirst: number, onlySecond: number) => ({ both: 3, onlyFirst, onlySecond, neither: 8 });

describe('mcnemarTest', () => {
  // statsmodels 0.15.0: mcnemar([[0, b], [c, 0]], exact=True).pvalue
  // mid-p, scipy 1.17.1: 2 * stats.binom.cdf(min(b, c), b + c, .5) - stats.binom.pmf(min(b, c), b + c, .5)
  it.each([
    [1, 7, 0.0703125, 0.0390625],
    [12, 2, 0.012939453125, 0.00738525390625],
    [5, 5, 1, 1],
    [0, 6, 0.03125, 0.015625],
    [0, 1, 1, 0.5],
    [30, 15, 0.035697803555194696, 0.02589608179323478],
  ])('agrees with statsmodels for %i against %i', (...[onlyFirst, onlySecond, exact, midP]) => {
    expect(mcnemarTest(differing(onlyFirst, onlySecond))).toBeCloseTo(exact, 13);
    expect(mcnemarTest(differing(onlyFirst, onlySecond), { isMidP: true })).toBeCloseTo(midP, 13);
  });

  it('finds nothing where no pair differs', () => {
    expect(mcnemarTest(differing(0, 0))).toBe(1);
    expect(mcnemarTest(differing(0, 0), { isMidP: true })).toBe(1);
  });

  it('refuses impossible counts', () => {
    expect(() => mcnemarTest(differing(0, 1.5))).toThrow(new RangeError('onlySecond must be a whole number from 0: 1.5'));
  });

  it('never rejects a true null more often than it says, and mid-p hardly ever', () => {
    // The size given the number of differing pairs: the size over all tables is a mean of these.
    const size = (pairs: number, isMidP: boolean) =>
      Array.from({ length: pairs + 1 }, (_, onlyFirst) => onlyFirst)
        .filter((onlyFirst) => mcnemarTest(differing(onlyFirst, pairs - onlyFirst), { isMidP }) <= 0.05)
        .reduce((sum, onlyFirst) => sum + binomialProbability(onlyFirst, pairs, 0.5), 0);
    const numbers = Array.from({ length: 60 }, (_, index) => index + 1);
    expect(Math.max(...numbers.map((pairs) => size(pairs, false)))).toBeLessThanOrEqual(0.05);
    const midP = numbers.map((pairs) => size(pairs, true));
    expect(midP.reduce((sum, each) => sum + each, 0) / midP.length).toBeLessThan(0.05);
  });
});
