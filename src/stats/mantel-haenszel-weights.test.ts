import { describe, expect, it } from 'vitest';
import { mantelHaenszelWeights } from './mantel-haenszel-weights.ts';
import { weightedDifference, weightedRate } from './stratum.ts';

const arm = (successes: number, trials: number) => ({ successes, trials });

/** Treated 4/12, 10/25, 3/3; control 1/10, 6/30, 2/7. */
const STRATA = [
  { treated: arm(4, 12), control: arm(1, 10) },
  { treated: arm(10, 25), control: arm(6, 30) },
  { treated: arm(3, 3), control: arm(2, 7) },
];

describe('mantelHaenszelWeights', () => {
  it('pools as a weighted average does', () => {
    // numpy 2: w = n1*n0/(n1+n0); np.average(y1/n1 - y0/n0, weights=w), np.average(y1/n1, weights=w), np.average(y0/n0, weights=w)
    const weighted = mantelHaenszelWeights(STRATA);
    expect(weightedDifference(weighted)).toBeCloseTo(0.25954525954525953, 14);
    expect(weightedRate(weighted, 'treated')).toBeCloseTo(0.4422994422994423, 14);
    expect(weightedRate(weighted, 'control')).toBeCloseTo(0.18275418275418276, 14);
  });

  it('leaves out a stratum without a trial in one arm', () => {
    const empty = { treated: arm(5, 5), control: arm(0, 0) };
    expect(mantelHaenszelWeights([empty, ...STRATA])).toEqual(mantelHaenszelWeights(STRATA));
    expect(mantelHaenszelWeights([empty])).toEqual([]);
  });

  it('keeps a rate of 1 in every stratum at exactly 1', () => {
    for (let strata = 1; strata <= 40; strata += 1) {
      const sizes = Array.from({ length: strata }, (_, index) => index + 1);
      const weighted = mantelHaenszelWeights(sizes.map((trials) => ({ treated: arm(trials, trials), control: arm(0, 5) })));
      expect(weightedRate(weighted, 'treated')).toBe(1);
      expect(weightedRate(weighted, 'control')).toBe(0);
    }
  });
});
