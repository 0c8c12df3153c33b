import { describe, expect, it } from 'vitest';
import { tangoDifference } from './tango-difference.ts';

const pairs = (...[both, onlyFirst, onlySecond, neither]: readonly number[]) => ({
  both: both ?? 0,
  onlyFirst: onlyFirst ?? 0,
  onlySecond: onlySecond ?? 0,
  neither: neither ?? 0,
});

describe('tangoDifference', () => {
  // scipy 1.17.1, no closed form: q(D) = the p21 that maximises b log(p21 + D) + c log(p21) + (n - b - c) log(1 - 2 p21 - D) by
  // optimize.minimize_scalar(bounded); the limits are the roots by optimize.brentq of ((b - c)/n - D) / sqrt((2 q + D (1 - D)) / n) -+ z.
  // The first is the example of Fagerland, Lydersen & Laake (2014) Statistics in Medicine 33:2850-2875: -0.517 to -0.026.
  it.each([
    [[1, 1, 7, 12], -0.2857142857142857, -0.5172322772712303, -0.026003030056444616],
    [[36, 12, 2, 0], 0.2, 0.0611124071631164, 0.3447087483924369],
    [[43, 0, 1, 0], -0.022727272727272728, -0.1180770969821372, 0.05939323119379337],
    [[20, 0, 0, 20], 0, -0.08762160119728664, 0.08762160119728665],
    [[5, 9, 0, 6], 0.45, 0.2163685240077287, 0.6579146575496576],
    [[10, 4, 3, 50], 0.014925373134328358, -0.07458685077723337, 0.10731521875314338],
    [[0, 10, 0, 0], 1, 0.4449344002742215, 1],
  ])('agrees with a numeric solution for %j', (...[counts, value, low, high]) => {
    const found = tangoDifference(pairs(...counts));
    expect(found?.value).toBeCloseTo(value, 14);
    expect(found?.low).toBeCloseTo(low, 7);
    expect(found?.high).toBeCloseTo(high, 7);
  });

  it('takes another confidence', () => {
    expect(tangoDifference(pairs(1, 1, 7, 12), 0.99)?.low).toBeCloseTo(-0.5824406783433322, 7);
  });

  it('turns round with the order, and is the same whichever way the thing is called', () => {
    const found = tangoDifference(pairs(4, 9, 2, 7));
    const turned = tangoDifference(pairs(4, 2, 9, 7));
    expect(turned?.low).toBeCloseTo(-(found?.high ?? 0), 12);
    expect(tangoDifference(pairs(7, 2, 9, 4))).toEqual(turned);
  });

  it('says nothing about no pair, and refuses impossible counts', () => {
    expect(tangoDifference(pairs(0, 0, 0, 0))).toBeUndefined();
    const message = 'onlySecond must be a whole number from 0: -1';
    expect(() => tangoDifference(pairs(1, 2, -1, 3))).toThrow(new RangeError(message));
    expect(() => tangoDifference(pairs(1, 2, 1, 3), 2)).toThrow(new RangeError('confidence must lie between 0 and 1: 2'));
  });
});
