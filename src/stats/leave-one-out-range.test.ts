import { describe, expect, it } from 'vitest';
import { leaveOneOutRange } from './leave-one-out-range.ts';

describe('leaveOneOutRange', () => {
  it('shows which part carries the mean', () => {
    // numpy 2.4.6: x = np.array([.1, .8, .1, .2]); [np.delete(x, i).mean() for i in range(4)]
    expect(leaveOneOutRange([0.1, 0.8, 0.1, 0.2])).toEqual({
      low: expect.closeTo(0.13333333333333333, 14),
      high: expect.closeTo(0.3666666666666667, 14),
      lowWithout: 1,
      highWithout: 0,
    });
  });

  it('has no width where all parts agree', () => {
    expect(leaveOneOutRange([0.5, 0.5, 0.5])).toEqual({ low: 0.5, high: 0.5, lowWithout: 0, highWithout: 0 });
  });

  it('needs two parts, all finite', () => {
    expect(leaveOneOutRange([0.5])).toBeUndefined();
    expect(leaveOneOutRange([])).toBeUndefined();
    expect(() => leaveOneOutRange([0.5, Number.NaN])).toThrow(new RangeError('a part must be finite: NaN'));
  });
});
