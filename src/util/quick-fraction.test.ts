import { describe, expect, it } from 'vitest';
import { quickFraction } from './quick-fraction.ts';

const drawn = (seed: number) => Array.from({ length: 4000 }, (_, index) => quickFraction(seed, `trial ${index}`));

describe('quickFraction', () => {
  it('is the same for the same seed and text, and another for another', () => {
    expect(quickFraction(1, 'a')).toBe(quickFraction(1, 'a'));
    expect(new Set([quickFraction(1, 'a'), quickFraction(2, 'a'), quickFraction(1, 'b'), quickFraction(1, '')]).size).toBe(4);
  });

  it('is spread evenly over [0, 1)', () => {
    const tenths = Map.groupBy(drawn(1), (fraction) => Math.floor(fraction * 10));
    expect([...tenths.keys()].sort((left, right) => left - right)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    // 400 are expected in each; five standard deviations are 95.
    for (const own of tenths.values()) expect(Math.abs(own.length - 400)).toBeLessThan(95);
  });

  it('does not follow one seed with the next', () => {
    const [one, other] = [drawn(1), drawn(2)];
    const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    const covariance = mean(one.map((value, index) => (value - mean(one)) * ((other[index] ?? 0) - mean(other))));
    expect(Math.abs(covariance * 12)).toBeLessThan(0.08);
  });
});
