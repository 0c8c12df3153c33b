import { describe, expect, it } from 'vitest';
import { boschlooTest } from './boschloo-test.ts';
import { binomialProbability } from './distributions.ts';

const counts = (successes: number, trials: number) => ({ successes, trials });

describe('boschlooTest', () => {
  // scipy 1.17.1: stats.boschloo_exact([[a, b], [n - a, m - b]], alternative='two-sided', n=256).pvalue
  it.each([
    [7, 12, 2, 15, 0.023128999853091806],
    [0, 10, 3, 12, 0.15005116493168508],
    [74, 100, 53, 100, 0.0022796459848265383],
    [5, 5, 1, 6, 0.00700377212115495],
    [1, 4, 3, 5, 0.39854430914689204],
    [0, 20, 0, 20, 1],
    [10, 300, 25, 290, 0.008207304600832755],
    [3, 100, 0, 100, 0.2015745085118415],
    [20, 30, 20, 31, 0.9358500875043322],
    [8, 40, 2, 40, 0.05668322423533378],
  ])('agrees with scipy for %i of %i against %i of %i', (...[a, n, b, m, expected]) => {
    expect(boschlooTest(counts(a, n), counts(b, m))).toBeCloseTo(expected, 10);
  });

  it('does not mind which arm comes first or which way the thing is called', () => {
    expect(boschlooTest(counts(2, 15), counts(7, 12))).toBe(boschlooTest(counts(7, 12), counts(2, 15)));
    expect(boschlooTest(counts(5, 12), counts(13, 15))).toBeCloseTo(boschlooTest(counts(7, 12), counts(2, 15)) ?? 0, 12);
  });

  it('never rejects a true null more often than it says', () => {
    const [first, second] = [9, 14];
    const upTo = (last: number) => Array.from({ length: last + 1 }, (_, k) => k);
    const tables = upTo(first).flatMap((a) => upTo(second).map((b) => ({ a, b })));
    const rejected = tables.filter(({ a, b }) => (boschlooTest(counts(a, first), counts(b, second)) ?? 1) <= 0.05);
    const sizes = Array.from({ length: 99 }, (_, index) => (index + 1) / 100).map((rate) =>
      rejected.reduce((sum, { a, b }) => sum + binomialProbability(a, first, rate) * binomialProbability(b, second, rate), 0),
    );
    expect(Math.max(...sizes)).toBeLessThanOrEqual(0.05);
    expect(Math.max(...sizes)).toBeGreaterThan(0.03);
  });

  it('says nothing about an arm of 0 trials and refuses impossible counts', () => {
    expect(boschlooTest(counts(0, 0), counts(1, 3))).toBeUndefined();
    const message = 'successes must be a whole number from 0 to 3 trials: 4';
    expect(() => boschlooTest(counts(1, 3), counts(4, 3))).toThrow(new RangeError(message));
  });
});
