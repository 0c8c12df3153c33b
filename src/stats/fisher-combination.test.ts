import { describe, expect, it } from 'vitest';
import { fisherCombination } from './fisher-combination.ts';
import { seededUniform } from './seeded-uniform.ts';

describe('fisherCombination', () => {
  // scipy 1.17.1: stats.combine_pvalues(p, 'fisher')
  it.each([
    [[0.01, 0.04, 0.3], 18.056037630364454, 0.006093669681458931],
    [[0.5], 1.3862943611198906, 0.5000000000000001],
    [[1, 1, 0.2, 0.7, 0.03], 10.94534150738563, 0.3617922516175215],
    [[1e-10, 1e-10], 92.10340371976183, 4.705170185988087e-19],
  ])('agrees with scipy for %j', (pValues, statistic, pValue) => {
    const found = fisherCombination(pValues);
    expect(found?.statistic).toBeCloseTo(statistic, 12);
    expect(found?.degreesOfFreedom).toBe(2 * pValues.length);
    expect((found?.pValue ?? Number.NaN) / pValue).toBeCloseTo(1, 12);
  });

  it('lifts small p-values to the clamp, and a 0 without one makes everything 0', () => {
    expect(fisherCombination([0, 1e-14], 1e-10)).toEqual(fisherCombination([1e-10, 1e-10]));
    expect(fisherCombination([0, 0.9])).toEqual({ statistic: Infinity, degreesOfFreedom: 4, pValue: 0 });
    expect(fisherCombination([1, 1])).toEqual({ statistic: 0, degreesOfFreedom: 4, pValue: 1 });
  });

  it('says nothing about no p-value and refuses what is none', () => {
    expect(fisherCombination([])).toBeUndefined();
    expect(() => fisherCombination([0.1, 1.1])).toThrow(new RangeError('a p-value must lie from 0 to 1: 1.1'));
    expect(() => fisherCombination([0.1], 0)).toThrow(new RangeError('the clamp must lie between 0 and 1: 0'));
  });

  it('rejects in a share of its level where all nulls hold', () => {
    const random = seededUniform(7);
    const draws = Array.from({ length: 20_000 }, () => fisherCombination([random(), random(), random(), random()])?.pValue ?? 1);
    expect(draws.filter((p) => p <= 0.05).length / draws.length).toBeCloseTo(0.05, 2);
  });
});
