import { describe, expect, it } from 'vitest';
import { exactCoverage } from './exact-coverage.ts';
import { wilsonInterval } from './wilson-interval.ts';

describe('wilsonInterval', () => {
  // statsmodels 0.15.0: proportion_confint(successes, trials, alpha=0.05, method='wilson')
  it.each([
    [0, 10, 0, 0.27753279986288926],
    [1, 10, 0.017876213095072924, 0.40415002679523854],
    [7, 20, 0.18119182410108203, 0.5671457233147638],
    [81, 263, 0.2552885198782742, 0.36620957698280004],
    [20, 20, 0.8388748419471804, 1],
    [3, 10_000, 0.00010203219941781007, 0.0008817357722363797],
  ])('agrees with statsmodels for %i of %i', (...[successes, trials, low, high]) => {
    const interval = wilsonInterval(successes, trials);
    expect(interval?.value).toBe(successes / trials);
    expect(interval?.low).toBeCloseTo(low, 14);
    expect(interval?.high).toBeCloseTo(high, 14);
  });

  it('takes another confidence', () => {
    // statsmodels 0.15.0: proportion_confint(7, 20, alpha=0.01, method='wilson')
    const interval = wilsonInterval(7, 20, 0.99);
    expect(interval?.low).toBeCloseTo(0.14639344137693883, 14);
    expect(interval?.high).toBeCloseTo(0.6283381789526872, 14);
  });

  it('ends exactly at 0 and 1', () => {
    expect(wilsonInterval(0, 7)?.low).toBe(0);
    expect(wilsonInterval(7, 7)?.high).toBe(1);
  });

  it('says nothing about 0 trials', () => {
    expect(wilsonInterval(0, 0)).toBeUndefined();
  });

  it.each([
    [-1, 5, 0.95, 'successes must be a whole number from 0 to 5 trials: -1'],
    [6, 5, 0.95, 'successes must be a whole number from 0 to 5 trials: 6'],
    [Number.NaN, 5, 0.95, 'successes must be a whole number from 0 to 5 trials: NaN'],
    [1.5, 5, 0.95, 'successes must be a whole number from 0 to 5 trials: 1.5'],
    [1, -5, 0.95, 'trials must be a whole number from 0: -5'],
    [1, Number.NaN, 0.95, 'trials must be a whole number from 0: NaN'],
    [1, Infinity, 0.95, 'trials must be a whole number from 0: Infinity'],
    [1, 5, 1, 'confidence must lie between 0 and 1: 1'],
    [1, 5, 95, 'confidence must lie between 0 and 1: 95'],
    [0, 0, Number.NaN, 'confidence must lie between 0 and 1: NaN'],
  ])('refuses %d of %d at confidence %d', (...[successes, trials, confidence, message]) => {
    expect(() => wilsonInterval(successes, trials, confidence)).toThrow(new RangeError(message));
  });

  it.each([10, 20, 50, 100])('covers as its docstring says with %i trials', (trials) => {
    const rates = Array.from({ length: 99 }, (_, index) => (index + 1) / 100);
    const { average, lowest } = exactCoverage(wilsonInterval, trials, rates);
    expect(average).toBeGreaterThan(0.949);
    expect(lowest).toBeGreaterThan(0.9);
  });
});
