import { describe, expect, it } from 'vitest';
import { binomialTest } from './binomial-test.ts';
import { binomialProbability } from './distributions.ts';

describe('binomialTest', () => {
  // scipy 1.17.1: stats.binomtest(k, n, p0, alternative='greater').pvalue
  it.each([
    [2, 100, 0.001, 0.004638068390424184],
    [2, 300, 0.001, 0.036858423652879675],
    [3, 600, 0.001, 0.023046101216948556],
    [5, 1700, 0.001, 0.029541676838883944],
    [0, 10, 0.001, 1],
    [7, 20, 0.2, 0.08669251356740035],
    [100, 100, 0.001, 1.000000000000002e-300],
  ])('agrees with scipy for %i of %i against %d', (...[successes, trials, nullRate, expected]) => {
    expect((binomialTest({ successes, trials }, nullRate) ?? Number.NaN) / expected).toBeCloseTo(1, 12);
  });

  it('never rejects a true null more often than it says', () => {
    for (const rate of [0.001, 0.05, 0.3, 0.9]) {
      for (const trials of [5, 30, 200]) {
        const outcomes = Array.from({ length: trials + 1 }, (_, successes) => successes);
        const rejected = outcomes.filter((successes) => (binomialTest({ successes, trials }, rate) ?? 1) <= 0.05);
        expect(rejected.reduce((sum, successes) => sum + binomialProbability(successes, trials, rate), 0)).toBeLessThanOrEqual(0.05);
      }
    }
  });

  it('says nothing about 0 trials and refuses what is no rate', () => {
    expect(binomialTest({ successes: 0, trials: 0 }, 0.5)).toBeUndefined();
    expect(() => binomialTest({ successes: 0, trials: 4 }, 1.2)).toThrow(new RangeError('the null rate must lie from 0 to 1: 1.2'));
    const message = 'successes must be a whole number from 0 to 4 trials: 5';
    expect(() => binomialTest({ successes: 5, trials: 4 }, 0.5)).toThrow(new RangeError(message));
  });
});
