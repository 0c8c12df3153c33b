import { describe, expect, it } from 'vitest';
import { benjaminiHochberg } from './benjamini-hochberg.ts';

describe('benjaminiHochberg', () => {
  // statsmodels 0.15.0: multipletests(pvals, method='fdr_bh')[1]
  it.each([
    [
      [0.01, 0.04, 0.03, 0.005, 0.5],
      [0.025, 0.05, 0.05, 0.025, 0.5],
    ],
    [
      [0.9, 0.001, 0.001, 0.2, 0.02, 0.6, 0.0004],
      [0.9, 0.0023333333333333335, 0.0023333333333333335, 0.28, 0.035, 0.7000000000000001, 0.0023333333333333335],
    ],
    [
      [0.05, 0.049, 0.05],
      [0.05, 0.05, 0.05],
    ],
    [[0.04], [0.04]],
    [[], []],
  ])('agrees with statsmodels for %j', (pValues, expected) => {
    expect(benjaminiHochberg(pValues)).toEqual(expected.map((p) => expect.closeTo(p, 12)));
  });

  it('refuses what is no p-value', () => {
    expect(() => benjaminiHochberg([0.1, -0.1])).toThrow(new RangeError('a p-value must lie from 0 to 1: -0.1'));
  });
});
