import { describe, expect, it } from 'vitest';
import { guardedLimits } from './guarded-limits.ts';

describe('guardedLimits', () => {
  // statsmodels 0.15.0: proportion_confint(y, n, .05, 'beta') towards the nearer end, proportion_confint(y, n, .05, 'wilson') to the other
  it.each([
    [0, 8, 0, 0.32440756488388034],
    [1, 8, 0.0031597235312519063, 0.47088818221285356],
    [7, 8, 0.5291118177871466, 0.9968402764687481],
    [8, 8, 0.6755924351161198, 1],
    [4, 8, 0.15701277048705795, 0.842987229512942],
  ])('is exact on the nearer side of %i of %i', (...[successes, size, low, high]) => {
    const found = guardedLimits(successes / size, size, 0.95);
    expect(found).toEqual({ value: successes / size, low: expect.closeTo(low, 12), high: expect.closeTo(high, 12) });
  });

  it('takes a size that is not whole', () => {
    // scipy 1.17.1: r, n = .46375, 8.382746286402353; stats.beta.ppf(.025, r * n, (1 - r) * n + 1); the upper one by Wilson's formula
    const found = guardedLimits(0.46375, 8.382746286402353, 0.95);
    expect(found.low).toBeCloseTo(0.14030922288318837, 12);
    expect(found.high).toBeCloseTo(0.75492607917324, 12);
  });
});
