import { describe, expect, it } from 'vitest';
import { binomialProbability } from './distributions.ts';
import { pooledProportionsTest } from './pooled-proportions-test.ts';

const counts = (successes: number, trials: number) => ({ successes, trials });

describe('pooledProportionsTest', () => {
  // statsmodels 0.15.0: proportions_ztest([a, b], [n, m])
  it.each([
    [12, 40, 5, 40, 1.9131468106118381, 0.055729260529334024],
    [0, 10, 3, 12, -1.7013926184468013, 0.08886928647264575],
    [60, 100, 0, 100, 9.258200997725515, 2.079054871860708e-20],
    [1, 300, 2, 299, -0.5817011575735928, 0.5607679916847286],
    [7, 7, 3, 9, 2.732520204255893, 0.006285181643384471],
  ])('agrees with statsmodels for %i of %i against %i of %i', (...[a, n, b, m, z, pValue]) => {
    const test = pooledProportionsTest(counts(a, n), counts(b, m));
    expect(test?.z).toBeCloseTo(z, 12);
    expect(test?.pValue).toBeCloseTo(pValue, 13);
    expect((test?.pValue ?? 0) / pValue).toBeCloseTo(1, 11);
  });

  it('finds nothing where both arms always did it, or never', () => {
    expect(pooledProportionsTest(counts(0, 5), counts(0, 9))).toEqual({ z: 0, pValue: 1 });
    expect(pooledProportionsTest(counts(5, 5), counts(9, 9))).toEqual({ z: 0, pValue: 1 });
  });

  it('says nothing about an arm of 0 trials', () => {
    expect(pooledProportionsTest(counts(0, 0), counts(1, 9))).toBeUndefined();
    expect(pooledProportionsTest(counts(1, 9), counts(0, 0))).toBeUndefined();
  });

  it('refuses impossible counts', () => {
    const message = 'successes must be a whole number from 0 to 5 trials: 6';
    expect(() => pooledProportionsTest(counts(6, 5), counts(0, 5))).toThrow(new RangeError(message));
  });

  it('rejects a true null a little more often than it says, at the worst', () => {
    const trials = 100;
    const size = (rate: number) => {
      let sum = 0;
      for (let a = 0; a <= trials; a += 1) {
        for (let b = 0; b <= trials; b += 1) {
          const isRejected = (pooledProportionsTest(counts(a, trials), counts(b, trials))?.pValue ?? 1) < 0.05;
          if (isRejected) sum += binomialProbability(a, trials, rate) * binomialProbability(b, trials, rate);
        }
      }
      return sum;
    };
    // The same sum in scipy 1.17.1 over stats.binom.pmf, largest over rates .01, .02 ... .99: 0.05596576043879353 at .5.
    expect(size(0.5)).toBeCloseTo(0.05596576043879353, 10);
  });
});
