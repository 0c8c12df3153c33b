import { describe, expect, it } from 'vitest';
import { coverPoint, isWithinBars, summariseGrid, type CompositePoint } from './composite-coverage.ts';
import { compositeEstimates } from './composite-estimates.ts';
import { seededUniform } from './seeded-uniform.ts';

/** Every so many-th point of each grid, with fewer tables: what `selftest --quick` looks at. */
function sample(change: (point: CompositePoint) => CompositePoint, everyMany = 12) {
  return compositeEstimates().map(({ name, points }) => {
    const random = seededUniform(20_261_121);
    const looked = points.filter((_, index) => index % everyMany === 0).map((point) => coverPoint(change(point), 300, random));
    return { name, ...summariseGrid(looked) };
  });
}

/** An interval drawn in or pushed out about its value. */
const scaled =
  (factor: number) =>
  (point: CompositePoint): CompositePoint => ({
    ...point,
    draw(random) {
      const { interval, rates } = point.draw(random);
      if (!interval) return { interval, rates };
      const { value, low, high } = interval;
      return { interval: { value, low: value - factor * (value - low), high: value + factor * (high - value) }, rates };
    },
  });

describe('the intervals of composite estimates', () => {
  it('keep their bars on a sample of the grids', () => {
    const found = sample((point) => point);
    expect(found.map(({ name, points }) => [name, points])).toEqual([
      ['stratified difference over blocks', 27],
      ['pooled difference over groups', 45],
      ['difference of differences', 11],
      ['weighted mean of differences', 18],
    ]);
    for (const { average, widthRatio } of found) {
      expect(average).toBeGreaterThanOrEqual(0.94);
      expect(widthRatio).toBeLessThanOrEqual(1.15);
    }
  });

  it('break a bar where they are drawn in by a fifth, or pushed out by a fifth', () => {
    expect(sample(scaled(0.8), 24).map(isWithinBars)).toEqual([false, false, false, false]);
    expect(sample(scaled(1.2), 24).map(isWithinBars)).toEqual([false, false, false, false]);
  });

  it('count a table without an interval as not covered', () => {
    const none: CompositePoint = { name: 'none', truth: 0, draw: () => ({ interval: undefined, rates: [] }) };
    expect(coverPoint(none, 10, seededUniform(1)).coverage).toBe(0);
  });
});
