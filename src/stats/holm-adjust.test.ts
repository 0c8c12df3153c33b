import { describe, expect, it } from 'vitest';
import { holmAdjust } from './holm-adjust.ts';

describe('holmAdjust', () => {
  // statsmodels 0.15.0: multipletests(pvals, method='holm')[1]
  it.each([
    [
      [0.01, 0.04, 0.03, 0.005, 0.5],
      [0.04, 0.09, 0.09, 0.025, 0.5],
    ],
    [
      [0.9, 0.001, 0.001, 0.2, 0.02, 0.6, 0.0004],
      [1, 0.006, 0.006, 0.6000000000000001, 0.08, 1, 0.0028],
    ],
    [[0.04], [0.04]],
    [[], []],
  ])('agrees with statsmodels for %j', (pValues, expected) => {
    expect(holmAdjust(pValues)).toEqual(expected.map((p) => expect.closeTo(p, 12)));
  });

  it('refuses what is no p-value', () => {
    expect(() => holmAdjust([0.1, -0.1])).toThrow(new RangeError('a p-value must lie from 0 to 1: -0.1'));
    expect(() => holmAdjust([Number.NaN])).toThrow(new RangeError('a p-value must lie from 0 to 1: NaN'));
  });
});
