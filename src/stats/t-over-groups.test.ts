import { describe, expect, it } from 'vitest';
import { tOverGroups } from './t-over-groups.ts';

const DIFFERENCES = [0.1, 0.25, -0.05, 0.3, 0.15, 0.2, 0.05];

describe('tOverGroups', () => {
  it('agrees with scipy', () => {
    // scipy 1.17.1: r = stats.ttest_1samp(DIFFERENCES, 0); np.mean(DIFFERENCES), r.pvalue, r.confidence_interval(.95), then (.99)
    expect(tOverGroups(DIFFERENCES)).toEqual({
      value: expect.closeTo(0.14285714285714285, 14),
      low: expect.closeTo(0.031399571227418266, 12),
      high: expect.closeTo(0.25431471448686743, 12),
      groups: 7,
      degreesOfFreedom: 6,
      pValue: expect.closeTo(0.02016374568624988, 12),
    });
    expect(tOverGroups(DIFFERENCES, 0.99)?.low).toBeCloseTo(-0.02601731988882819, 12);
  });

  it('says nothing about new groups from 5, or from 6 that are all alike', () => {
    expect(tOverGroups(DIFFERENCES.slice(0, 6))?.groups).toBe(6);
    expect(tOverGroups(DIFFERENCES.slice(0, 5))).toBeUndefined();
    expect(tOverGroups(Array.from({ length: 6 }, () => 0.3))).toBeUndefined();
  });

  it('refuses what is not finite', () => {
    expect(() => tOverGroups([...DIFFERENCES, Infinity])).toThrow(new RangeError('a value must be finite: Infinity'));
  });
});
