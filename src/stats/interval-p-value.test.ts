import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { intervalPValue } from './interval-p-value.ts';
import { newcombeDifference } from './newcombe-difference.ts';
import { stratifiedDifference } from './stratified-difference.ts';
import type { Stratum } from './stratum.ts';

const arm = (successes: number, trials: number) => ({ successes, trials });
const pOf = (strata: readonly Stratum[]) => intervalPValue((confidence) => stratifiedDifference(strata, confidence)!);
const blocks = (count: number, treated: number, control: number) =>
  Array.from({ length: count }, () => ({ treated: arm(treated, 1), control: arm(control, 1) }));

const counts = fc.integer({ min: 1, max: 12 }).chain((trials) => fc.nat(trials).map((successes) => arm(successes, trials)));
const strata = fc.array(fc.record({ treated: counts, control: counts }), { minLength: 1, maxLength: 12 });

describe('intervalPValue', () => {
  // scipy 1.17.1 and statsmodels 0.15.0: 2 * stats.norm.sf(optimize.brentq(f, 1e-6, 7)), f the limit on the side of 0 of
  // confint_proportions_2indep(y1, n1, y0, n0, method='newcomb', compare='diff', alpha=2 * stats.norm.sf(z))
  it.each([
    [9, 10, 3, 10, 0.0049634014175102175],
    [56, 70, 48, 80, 0.008133140358606825],
    [5, 56, 0, 29, 0.11755573067257574],
    [2, 20, 5, 20, 0.2175055055039764],
  ])("turns Newcombe's interval round for %i/%i against %i/%i", (...[y1, n1, y0, n0, expected]) => {
    expect(intervalPValue((confidence) => newcombeDifference(arm(y1, n1), arm(y0, n0), confidence)!)).toBeCloseTo(expected, 6);
  });

  it('turns the interval over strata round', () => {
    // The formulas of `stratifiedDifference` in numpy 2, turned round by scipy's optimize.brentq
    const unlike = [
      { treated: arm(4, 12), control: arm(1, 10) },
      { treated: arm(10, 25), control: arm(6, 30) },
      { treated: arm(3, 3), control: arm(2, 7) },
    ];
    expect(pOf(unlike)).toBeCloseTo(0.00931652428279083, 7);
    expect(pOf([...blocks(5, 1, 0), ...blocks(1, 1, 1), ...blocks(1, 0, 1), ...blocks(5, 0, 0)])).toBeCloseTo(0.08252879, 7);
  });

  it('lies below 5 % exactly where the 95 % interval leaves 0 out, and so for other confidences', () => {
    fc.assert(
      fc.property(strata, fc.constantFrom(0.8, 0.95, 0.99, 0.999), (list, confidence) => {
        const { low, high } = stratifiedDifference(list, confidence)!;
        fc.pre(Math.min(Math.abs(low), Math.abs(high)) > 1e-5);
        expect(pOf(list) < 1 - confidence).toBe(low > 0 || high < 0);
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  it('is 1 for no difference, and ends at about 1e-12', () => {
    expect(pOf(blocks(8, 1, 1))).toBeCloseTo(1, 6);
    expect(pOf(blocks(200, 1, 0))).toBeCloseTo(1.2e-12, 13);
  });
});
