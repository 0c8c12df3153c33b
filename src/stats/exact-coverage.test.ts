import { describe, expect, it } from 'vitest';
import { exactCoverage, exactDifferenceCoverage } from './exact-coverage.ts';
import { newcombeDifference } from './newcombe-difference.ts';
import { wilsonInterval } from './wilson-interval.ts';

describe('exactCoverage', () => {
  it('agrees with scipy and statsmodels', () => {
    // k = np.arange(13); l, u = proportion_confint(k, 12, .05, 'wilson'); ((l <= p) & (p <= u)) @ stats.binom.pmf(k, 12, p)
    // for p in .05, .1, .2, .35, .5: 0.98043, 0.97436, 0.98059, 0.96880, 0.96143
    const coverage = exactCoverage(wilsonInterval, 12, [0.05, 0.1, 0.2, 0.35, 0.5]);
    expect(coverage.average).toBeCloseTo(0.9731238607587663, 12);
    expect(coverage.lowest).toBeCloseTo(0.9614257812500004, 12);
    expect(coverage.lowestAt).toBe(0.5);
  });

  it('counts no interval as no coverage and a touching limit as coverage', () => {
    expect(exactCoverage(() => undefined, 4, [0.5]).average).toBe(0);
    expect(exactCoverage(() => ({ value: 0.3, low: 0.3, high: 0.3 }), 4, [0.1 + 0.2]).average).toBeCloseTo(1, 14);
  });

  it('needs a grid', () => {
    expect(() => exactCoverage(wilsonInterval, 12, [])).toThrow(new RangeError('the grid must hold at least one rate'));
    expect(() => exactCoverage(wilsonInterval, 12, [1.5])).toThrow(new RangeError('a true rate must lie from 0 to 1: 1.5'));
  });
});

describe('exactDifferenceCoverage', () => {
  it('agrees with scipy and statsmodels', () => {
    // sum over i, j of stats.binom.pmf(i, 8, p) * stats.binom.pmf(j, 6, q) where
    // confint_proportions_2indep(i, 8, j, 6, method='newcomb', compare='diff') holds p - q; p and q in .1, .3, .8
    const coverage = exactDifferenceCoverage(newcombeDifference, { treated: 8, control: 6 }, [0.1, 0.3, 0.8]);
    expect(coverage.average).toBeCloseTo(0.9595294805815375, 12);
    expect(coverage.lowest).toBeCloseTo(0.9411223412288792, 12);
    expect(coverage.lowestAt).toEqual({ treated: 0.3, control: 0.3 });
  });
});
