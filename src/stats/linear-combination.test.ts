import { describe, expect, it } from 'vitest';
import { linearCombination } from './linear-combination.ts';

describe('linearCombination', () => {
  it('squares and adds the distances to the limits, each on the side where it pulls', () => {
    // numpy 2: v = .4 + .5*.1 - 2*.3; v - np.sqrt(.2**2 + (.5*.3)**2 + (2*.05)**2); v + np.sqrt(.1**2 + (.5*.2)**2 + (2*.25)**2)
    const sum = linearCombination([
      { coefficient: 1, estimate: { value: 0.4, low: 0.2, high: 0.5 } },
      { coefficient: 0.5, estimate: { value: 0.1, low: -0.2, high: 0.3 } },
      { coefficient: -2, estimate: { value: 0.3, low: 0.05, high: 0.35 } },
    ]);
    expect(sum.value).toBeCloseTo(-0.15, 14);
    expect(sum.low).toBeCloseTo(-0.4192582403567252, 14);
    expect(sum.high).toBeCloseTo(0.3696152422706632, 14);
  });

  it('refuses an estimate outside its limits and a coefficient that is not finite', () => {
    const estimate = { value: 0.4, low: 0.2, high: 0.5 };
    expect(() => linearCombination([{ coefficient: 1, estimate: { ...estimate, low: 0.45 } }])).toThrow(
      new RangeError('an estimate must lie within finite limits: 0.4 [0.45, 0.5]'),
    );
    expect(() => linearCombination([{ coefficient: 1, estimate: { ...estimate, high: Infinity } }])).toThrow(RangeError);
    expect(() => linearCombination([{ coefficient: 1, estimate: { ...estimate, value: Number.NaN } }])).toThrow(RangeError);
    expect(() => linearCombination([{ coefficient: Number.NaN, estimate }])).toThrow(new RangeError('the coefficient must be finite: NaN'));
  });
});
