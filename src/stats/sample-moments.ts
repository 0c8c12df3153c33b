export interface SampleMoments {
  readonly size: number;
  readonly mean: number;
  /** With n - 1 below; `undefined` for fewer than 2 values. */
  readonly variance: number | undefined;
}

/**
 * Size, mean and variance in two passes, with the correction for rounding; `undefined` for no values; RangeError for one that is not
 * finite. Reference: Chan, Golub & LeVeque (1983) The American Statistician 37:242-247, equation 1.7.
 */
export function sampleMoments(given: readonly number[]): SampleMoments | undefined {
  // In order of size: the same values in another order must not differ in their last digit.
  const values = Float64Array.from(given).sort();
  for (const value of values) {
    if (!Number.isFinite(value)) throw new RangeError(`a value must be finite: ${value}`);
  }
  const size = values.length;
  if (size === 0) return undefined;
  const mean = values.reduce((sum, value) => sum + value, 0) / size;
  if (size === 1) return { size, mean, variance: undefined };
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const drift = values.reduce((sum, value) => sum + (value - mean), 0);
  return { size, mean, variance: Math.max(0, squares - (drift * drift) / size) / (size - 1) };
}
