import { describe, expect, it } from 'vitest';
import { exactDifferenceCoverage } from './exact-coverage.ts';
import { newcombeDifference } from './newcombe-difference.ts';

const arm = (successes: number, trials: number) => ({ successes, trials });

describe('newcombeDifference', () => {
  // statsmodels 0.15.0: confint_proportions_2indep(y1, n1, y0, n0, method='newcomb', compare='diff', alpha=0.05).
  // The same to four places in Newcombe (1998), table II, method 10.
  it.each([
    [56, 70, 48, 80, 0.05243147240236498, 0.33387265403690614],
    [9, 10, 3, 10, 0.1705227239345029, 0.809017973535488],
    [10, 10, 0, 20, 0.6790860371419145, 1],
    [5, 56, 0, 29, -0.038137147903536936, 0.19256001385511165],
    [0, 10, 0, 10, -0.27753279986288926, 0.27753279986288926],
  ])('agrees with statsmodels for %i/%i against %i/%i', (...[y1, n1, y0, n0, low, high]) => {
    const difference = newcombeDifference(arm(y1, n1), arm(y0, n0));
    expect(difference?.value).toBe(y1 / n1 - y0 / n0);
    expect(difference?.low).toBeCloseTo(low, 14);
    expect(difference?.high).toBeCloseTo(high, 14);
  });

  it('takes another confidence', () => {
    // statsmodels 0.15.0: confint_proportions_2indep(56, 70, 48, 80, method='newcomb', compare='diff', alpha=0.01)
    const difference = newcombeDifference(arm(56, 70), arm(48, 80), 0.99);
    expect(difference?.low).toBeCloseTo(0.005370869250078403, 14);
    expect(difference?.high).toBeCloseTo(0.3718084317757736, 14);
  });

  it('says nothing if an arm has 0 trials, and refuses impossible counts all the same', () => {
    expect(newcombeDifference(arm(0, 0), arm(1, 2))).toBeUndefined();
    expect(newcombeDifference(arm(1, 2), arm(0, 0))).toBeUndefined();
    expect(() => newcombeDifference(arm(0, 0), arm(3, 2))).toThrow(
      new RangeError('successes must be a whole number from 0 to 2 trials: 3'),
    );
    expect(() => newcombeDifference(arm(0, 0), arm(0, 0), 2)).toThrow(new RangeError('confidence must lie between 0 and 1: 2'));
  });

  it.each([
    [5, 5, 0.87],
    [10, 10, 0.87],
    [20, 20, 0.87],
    [5, 20, 0.88],
    [50, 50, 0.92],
  ])('covers as its docstring says with %i against %i trials', (treated, control, floor) => {
    const rates = Array.from({ length: 49 }, (_, index) => (index + 1) / 50);
    const { average, lowest } = exactDifferenceCoverage(newcombeDifference, { treated, control }, rates);
    expect(average).toBeGreaterThan(0.95);
    expect(lowest).toBeGreaterThan(floor);
  });
});
