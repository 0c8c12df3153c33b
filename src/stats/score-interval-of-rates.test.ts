import { describe, expect, it } from 'vitest';
import { scoreIntervalOfRates } from './score-interval-of-rates.ts';

const terms = (rows: readonly (readonly [coefficient: number, successes: number, trials: number])[]) =>
  rows.map(([coefficient, successes, size]) => ({ coefficient, rate: successes / size, size }));

describe('scoreIntervalOfRates', () => {
  // scipy 1.17.1: optimize.brentq over the value of the sum, with the likeliest rates under it from optimize.minimize(method='SLSQP').
  // The first is 0.0533 to 0.3377 in Newcombe (1998) Statistics in Medicine 17:873-890, table II, method 5.
  it.each([
    { rows: [[1, 56, 70] as const, [-1, 48, 80] as const], low: 0.05333384928964281, high: 0.3377294638462037 },
    { rows: [[1, 9, 10] as const, [-1, 1, 10] as const], low: 0.3979327095430256, high: 0.9442670375724616 },
    { rows: [[1, 9, 10] as const, [-1, 3, 10] as const], low: 0.18212649943678905, high: 0.8369503308896883 },
    {
      rows: [[1, 14, 20] as const, [-1, 6, 20] as const, [-1, 9, 15] as const, [1, 8, 30] as const],
      low: -0.34048705356984516,
      high: 0.4631630577425063,
    },
    {
      rows: [[0.5, 7, 10] as const, [-0.5, 2, 12] as const, [0.5, 3, 8] as const, [-0.5, 1, 9] as const],
      low: 0.11357549777792193,
      high: 0.6354397866648375,
    },
  ])('agrees with a search by brute force in scipy', ({ rows, low, high }) => {
    const interval = scoreIntervalOfRates(terms(rows));
    expect(interval.low).toBeCloseTo(low, 8);
    expect(interval.high).toBeCloseTo(high, 8);
  });

  it('is the same both ways where nothing or everything happened', () => {
    // By hand: (0 - d)^2 = z^2 d (1 - d) / 10 gives d = z^2 / (10 + z^2).
    const nothing = scoreIntervalOfRates(
      terms([
        [1, 0, 10],
        [-1, 0, 10],
      ]),
    );
    expect(nothing.high).toBeCloseTo(0.27753279986288926, 12);
    expect(nothing.low).toBeCloseTo(-0.27753279986288926, 12);
    const all = scoreIntervalOfRates(
      terms([
        [1, 10, 10],
        [-1, 0, 10],
      ]),
    );
    expect(all.high).toBe(1);
    expect(all.low).toBeCloseTo(0.6777496838943651, 12);
  });

  it('refuses what is no rate or no size', () => {
    expect(() => scoreIntervalOfRates([{ coefficient: 1, rate: 0.5, size: 0 }])).toThrow(new RangeError('a size must be positive: 0'));
    expect(() => scoreIntervalOfRates([{ coefficient: 1, rate: 1.5, size: 3 }])).toThrow(
      new RangeError('a rate must lie from 0 to 1: 1.5'),
    );
  });
});
