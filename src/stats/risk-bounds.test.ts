import { describe, expect, it } from 'vitest';
import { riskBounds } from './risk-bounds.ts';
import { riskDifferenceBounds } from './risk-difference-bounds.ts';

const arm = (...[successes, trials, unscored, latched = 0]: readonly [number, number, number, number?]) => ({
  successes,
  trials,
  unscored,
  latched,
});

describe('riskBounds', () => {
  it('takes the unscored trials for all no and for all yes', () => {
    // By hand: 3 / (8 + 2) and (3 + 2) / (8 + 2)
    expect(riskBounds({ successes: 3, trials: 8, unscored: 2 })).toEqual({ low: 0.3, high: 0.5 });
  });

  it('takes a latched trial for a yes in both', () => {
    expect(riskBounds(arm(3, 8, 2, 1))).toEqual({ low: 0.4, high: 0.5 });
  });

  it('closes on the rate where all trials are scored, and opens wholly where none is', () => {
    expect(riskBounds(arm(3, 8, 0))).toEqual({ low: 0.375, high: 0.375 });
    expect(riskBounds(arm(0, 0, 4))).toEqual({ low: 0, high: 1 });
    expect(riskBounds(arm(0, 0, 0))).toBeUndefined();
  });

  it('refuses impossible counts', () => {
    expect(() => riskBounds(arm(3, 2, 0))).toThrow(new RangeError('successes must be a whole number from 0 to 2 trials: 3'));
    expect(() => riskBounds(arm(1, 2, -1))).toThrow(new RangeError('unscored must be a whole number from 0: -1'));
    expect(() => riskBounds(arm(1, 2, 1, 2))).toThrow(new RangeError('latched must be a whole number from 0 to 1 unscored: 2'));
  });
});

describe('riskDifferenceBounds', () => {
  it('takes the arms against each other', () => {
    // By hand: .3 - .6 and .5 - .4, the arms' own bounds
    const bounds = riskDifferenceBounds([{ treated: arm(3, 8, 2), control: arm(4, 8, 2) }]);
    expect(bounds?.low).toBeCloseTo(-0.3, 14);
    expect(bounds?.high).toBeCloseTo(0.1, 14);
  });

  it('weights strata by all their trials', () => {
    // By hand: weights 10*10/20 = 5 and 20*20/40 = 10; (5 * (.3 - .6) + 10 * (.5 - .5)) / 15 and (5 * (.5 - .4) + 10 * 0) / 15
    const bounds = riskDifferenceBounds([
      { treated: arm(3, 8, 2), control: arm(4, 8, 2) },
      { treated: arm(10, 20, 0), control: arm(10, 20, 0) },
    ]);
    expect(bounds?.low).toBeCloseTo(-0.1, 14);
    expect(bounds?.high).toBeCloseTo(1 / 30, 14);
  });

  it('uses a stratum whose trials are all unscored, but none without trials in an arm', () => {
    expect(riskDifferenceBounds([{ treated: arm(0, 0, 1), control: arm(0, 0, 1) }])).toEqual({ low: -1, high: 1 });
    expect(riskDifferenceBounds([{ treated: arm(1, 1, 0), control: arm(0, 0, 0) }])).toBeUndefined();
  });

  it('refuses impossible counts', () => {
    expect(() => riskDifferenceBounds([{ treated: arm(1, 1, 0), control: arm(0, 1, Number.NaN) }])).toThrow(
      new RangeError('unscored must be a whole number from 0: NaN'),
    );
  });
});
