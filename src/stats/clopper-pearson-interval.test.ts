import { describe, expect, it } from 'vitest';
import { clopperPearsonInterval } from './clopper-pearson-interval.ts';
import { exactCoverage } from './exact-coverage.ts';

describe('clopperPearsonInterval', () => {
  // statsmodels 0.15.0: proportion_confint(successes, trials, alpha=0.05, method='beta')
  it.each([
    [0, 10, 0, 0.30849710781876083],
    [1, 10, 0.0025285785444617848, 0.4450161170281953],
    [7, 20, 0.15390920478454118, 0.5921885345328282],
    [81, 263, 0.25273674558527126, 0.3676219226013514],
    [20, 20, 0.8315665290169146, 1],
    [3, 10_000, 6.187148574838713e-5, 0.0008764745225140008],
  ])('agrees with statsmodels for %i of %i', (...[successes, trials, low, high]) => {
    const interval = clopperPearsonInterval(successes, trials);
    expect(interval?.value).toBe(successes / trials);
    expect(interval?.low).toBeCloseTo(low, 14);
    expect(interval?.high).toBeCloseTo(high, 14);
  });

  it('takes another confidence', () => {
    // statsmodels 0.15.0: proportion_confint(7, 20, alpha=0.01, method='beta')
    const interval = clopperPearsonInterval(7, 20, 0.99);
    expect(interval?.low).toBeCloseTo(0.11387976326673241, 14);
    expect(interval?.high).toBeCloseTo(0.6565685842319211, 14);
  });

  it('says nothing about 0 trials and refuses impossible counts', () => {
    expect(clopperPearsonInterval(0, 0)).toBeUndefined();
    expect(() => clopperPearsonInterval(6, 5)).toThrow(new RangeError('successes must be a whole number from 0 to 5 trials: 6'));
    expect(() => clopperPearsonInterval(1, 5, 0)).toThrow(new RangeError('confidence must lie between 0 and 1: 0'));
  });

  it.each([1, 3, 10, 30, 100])('never covers less than its confidence with %i trials', (trials) => {
    const rates = Array.from({ length: 999 }, (_, index) => (index + 1) / 1000);
    expect(exactCoverage(clopperPearsonInterval, trials, rates).lowest).toBeGreaterThanOrEqual(0.95);
  });
});
