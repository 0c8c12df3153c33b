import { describe, expect, it } from 'vitest';
import { meanInterval } from './mean-interval.ts';

const VALUES = [1.5, 2, -1, 4, 3.25, 0];

describe('meanInterval', () => {
  it('agrees with scipy', () => {
    // scipy 1.17.1: stats.ttest_1samp([1.5, 2, -1, 4, 3.25, 0], 0).confidence_interval(0.95), then (0.9)
    const interval = meanInterval(VALUES);
    expect(interval?.value).toBe(1.625);
    expect(interval?.low).toBeCloseTo(-0.36443493596994614, 13);
    expect(interval?.high).toBeCloseTo(3.614434935969946, 13);
    expect(meanInterval(VALUES, 0.9)?.low).toBeCloseTo(0.06550573453702113, 13);
  });

  it('says nothing about fewer than 2 values or values without spread', () => {
    expect(meanInterval([])).toBeUndefined();
    expect(meanInterval([1])).toBeUndefined();
    expect(meanInterval([0, 0, 0])).toBeUndefined();
    expect(meanInterval([0.1, 0.1, 0.1, 0.1])).toBeUndefined();
  });

  it('refuses a value that is not finite', () => {
    expect(() => meanInterval([Number.NaN])).toThrow(new RangeError('a value must be finite: NaN'));
    expect(() => meanInterval(VALUES, -0.5)).toThrow(new RangeError('confidence must lie between 0 and 1: -0.5'));
  });
});
