import { describe, expect, it } from 'vitest';
import { constantSamplesTest } from './constant-samples-test.ts';

const times = (count: number, value: number) => Array.from({ length: count }, () => value);

describe('constantSamplesTest', () => {
  it('agrees with scipy', () => {
    // scipy 1.17.1: stats.permutation_test((treated, control), lambda x, y, axis: np.mean(x, axis=axis) - np.mean(y, axis=axis),
    // permutation_type='independent', n_resamples=np.inf, vectorized=True, alternative='two-sided').pvalue
    expect(constantSamplesTest(times(5, 80), times(5, 60))).toBeCloseTo(0.007936507936507936, 15);
    expect(constantSamplesTest(times(2, 60), times(2, 80))).toBeCloseTo(0.3333333333333333, 15);
    expect(constantSamplesTest(times(3, 60), times(6, 80))).toBeCloseTo(0.023809523809523808, 15);
    expect(constantSamplesTest(times(2, 1), times(8, 0))).toBeCloseTo(0.044444444444444446, 15);
    expect(constantSamplesTest(times(7, 0), times(7, 0))).toBe(1);
  });

  it('takes values that differ by rounding for the same', () => {
    expect(constantSamplesTest([0.1 + 0.2, 0.3], [0.3, 0.3])).toBe(1);
  });

  it('says nothing of spread or of fewer than 2 values, and refuses what is not finite', () => {
    expect([constantSamplesTest([80, 81], [60, 60]), constantSamplesTest([80], [60, 60]), constantSamplesTest([], [])]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(() => constantSamplesTest([80, 80], [Number.NaN, 1])).toThrow(new RangeError('a value must be finite: NaN'));
  });

  it('has a p-value in the largest of samples', () => {
    expect(constantSamplesTest(times(400, 1), times(400, 0))).toBeGreaterThan(0);
    expect(constantSamplesTest(times(4000, 1), times(4000, 0))).toBe(0);
  });
});
