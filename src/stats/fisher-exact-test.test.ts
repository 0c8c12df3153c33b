import { describe, expect, it } from 'vitest';
import { fisherExactTest } from './fisher-exact-test.ts';

const counts = (successes: number, failures: number) => ({ successes, trials: successes + failures });

describe('fisherExactTest', () => {
  it('agrees with scipy', () => {
    // scipy 1.17.1: stats.fisher_exact([[8, 0], [3, 5]]).pvalue and so on
    const tables: readonly (readonly [readonly [number, number], readonly [number, number], number])[] = [
      [[8, 0], [3, 5], 0.025641025641025644],
      [[18, 2], [20, 0], 0.48717948717948717],
      [[10, 10], [2, 18], 0.013814147851967652],
      [[30, 70], [5, 95], 3.5476954553155855e-6],
      [[7, 1], [12, 28], 0.0040727125934778554],
    ];
    for (const [first, second, pValue] of tables) {
      expect(fisherExactTest(counts(...first), counts(...second))! / pValue).toBeCloseTo(1, 9);
      expect(fisherExactTest(counts(...second), counts(...first))! / pValue).toBeCloseTo(1, 9);
    }
    expect(fisherExactTest(counts(0, 5), counts(0, 5))).toBe(1);
  });

  it('says nothing of an arm without a trial, and refuses what cannot be', () => {
    expect(fisherExactTest(counts(0, 0), counts(3, 1))).toBeUndefined();
    expect(() => fisherExactTest({ successes: 4, trials: 3 }, counts(1, 1))).toThrow(RangeError);
  });
});
