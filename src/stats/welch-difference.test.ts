import { describe, expect, it } from 'vitest';
import { welchDifference } from './welch-difference.ts';

const TREATED = [1.5, 2, -1, 4, 3.25, 0];
const CONTROL = [0, 0.5, -2, 1, 1, 0.25, -0.5, 0];

describe('welchDifference', () => {
  it('agrees with scipy', () => {
    // scipy 1.17.1: r = stats.ttest_ind(TREATED, CONTROL, equal_var=False); r.df, r.confidence_interval(0.95), then (0.99)
    const difference = welchDifference(TREATED, CONTROL);
    expect(difference?.value).toBe(1.59375);
    expect(difference?.degreesOfFreedom).toBeCloseTo(6.95540888657559, 12);
    expect(difference?.low).toBeCloseTo(-0.4097311426461743, 13);
    expect(difference?.high).toBeCloseTo(3.5972311426461743, 13);
    expect(welchDifference(TREATED, CONTROL, 0.99)?.high).toBeCloseTo(4.561391653159475, 12);
  });

  it('uses the spread of one arm if the other has none', () => {
    // scipy 1.17.1: stats.ttest_ind([0, 0, 0], CONTROL, equal_var=False).df
    expect(welchDifference([0, 0, 0], CONTROL)?.degreesOfFreedom).toBeCloseTo(7, 12);
  });

  it('says nothing if neither arm has spread or one has fewer than 2 values', () => {
    expect(welchDifference([0, 0], [1, 1, 1])).toBeUndefined();
    expect(welchDifference([0], CONTROL)).toBeUndefined();
    expect(welchDifference(TREATED, [])).toBeUndefined();
  });

  it('refuses a value that is not finite', () => {
    expect(() => welchDifference(TREATED, [Infinity])).toThrow(new RangeError('a value must be finite: Infinity'));
  });
});
