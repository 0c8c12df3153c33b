import { describe, expect, it } from 'vitest';
import { checkDocumentedCoverage, intervalsInUse } from './check-documented-coverage.ts';
import type { RateInterval } from './exact-coverage.ts';
import { wilsonInterval } from './wilson-interval.ts';

/** The interval of old textbooks, which is far off near 0 and 1. */
const wald: RateInterval = (successes, trials) => {
  const value = successes / trials;
  const half = 1.959964 * Math.sqrt((value * (1 - value)) / trials);
  return { value, low: value - half, high: value + half };
};

describe('checkDocumentedCoverage', () => {
  it('finds every interval in use within .2 points of its curve', () => {
    const checks = checkDocumentedCoverage();
    expect(checks.map(({ method, points, isDocumented }) => [method, points, isDocumented])).toEqual([
      ['wilson', 65, true],
      ['wilson at 99 %', 65, true],
      ['clopper-pearson', 65, true],
      ['newcombe', 245, true],
      ['tango', 36, true],
    ]);
    // The curves are stored to six places.
    expect(Math.max(...checks.map(({ furthest }) => furthest))).toBeLessThan(1e-6);
  });

  it.each([
    ['another method', wald],
    ['a slightly wrong z', (successes: number, trials: number) => wilsonInterval(successes, trials, 0.94)],
  ])('finds a wrong interval: %s', (_what, wilson) => {
    const checks = checkDocumentedCoverage({ ...intervalsInUse, rates: { ...intervalsInUse.rates, wilson } });
    expect(checks.map(({ isDocumented }) => isDocumented)).toEqual([false, true, true, true, true]);
  });

  it('finds a difference whose arms are swapped', () => {
    const newcombe: typeof intervalsInUse.differences.newcombe = (treated, control) =>
      intervalsInUse.differences.newcombe(control, treated);
    const checks = checkDocumentedCoverage({ ...intervalsInUse, differences: { newcombe } });
    expect(checks.map(({ isDocumented }) => isDocumented)).toEqual([true, true, true, false, true]);
  });

  it('finds pairs that are turned round', () => {
    const tango: typeof intervalsInUse.pairs.tango = ({ both, onlyFirst, onlySecond, neither }) =>
      intervalsInUse.pairs.tango({ both, onlyFirst: onlySecond, onlySecond: onlyFirst, neither });
    const checks = checkDocumentedCoverage({ ...intervalsInUse, pairs: { tango } });
    expect(checks.map(({ isDocumented }) => isDocumented)).toEqual([true, true, true, true, false]);
  });
});
