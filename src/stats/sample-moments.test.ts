import { describe, expect, it } from 'vitest';
import { sampleMoments } from './sample-moments.ts';

describe('sampleMoments', () => {
  it('agrees with numpy', () => {
    // numpy 2: x = [1.5, 2, -1, 4, 3.25, 0]; np.mean(x), np.var(x, ddof=1)
    expect(sampleMoments([1.5, 2, -1, 4, 3.25, 0])).toEqual({ size: 6, mean: 1.625, variance: 3.59375 });
  });

  it('keeps its digits on a large offset', () => {
    // numpy 2: np.var([4, 7, 13, 16], ddof=1) = 30; the one-pass formula gives 0 or less here
    expect(sampleMoments([1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16])?.variance).toBe(30);
  });

  it('has no variance for one value and nothing for none', () => {
    expect(sampleMoments([3])).toEqual({ size: 1, mean: 3, variance: undefined });
    expect(sampleMoments([])).toBeUndefined();
  });

  it('refuses a value that is not finite', () => {
    expect(() => sampleMoments([1, Number.NaN])).toThrow(new RangeError('a value must be finite: NaN'));
    expect(() => sampleMoments([Infinity])).toThrow(new RangeError('a value must be finite: Infinity'));
  });
});
