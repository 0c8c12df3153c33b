import { describe, expect, it } from 'vitest';
import { newcombeDifference } from '../../stats/newcombe-difference.ts';
import { seededUniform } from '../../stats/seeded-uniform.ts';
import { wilsonInterval } from '../../stats/wilson-interval.ts';
import { estimateOf, maxOverChannels, meanOverChannels, valueOf, type WeightedRate } from './weighted-rates.ts';

const rate = (arm: string, [successes, trials]: readonly [number, number], coefficient = 1): WeightedRate => ({
  arm,
  coefficient,
  counts: { successes, trials },
});
const close = ({ value, low, high }: { value: number; low: number; high: number }) => ({
  kind: 'estimated',
  value: expect.closeTo(value, 12),
  low: expect.closeTo(low, 12),
  high: expect.closeTo(high, 12),
});

describe('a sum of rates', () => {
  it("has Wilson's interval where it is one rate, and Newcombe's where it is a difference", () => {
    expect(estimateOf([rate('a', [3, 40])])).toEqual(close(wilsonInterval(3, 40) as never));
    const difference = newcombeDifference({ successes: 30, trials: 40 }, { successes: 4, trials: 50 });
    expect(estimateOf([rate('a', [30, 40]), rate('b', [4, 50], -1)])).toEqual(close(difference as never));
  });

  it('is not estimable where a rate has no trials or there is none, and has no value then', () => {
    for (const rates of [[], [rate('a', [0, 0])], [rate('a', [1, 2]), rate('b', [0, 0], -1)]]) {
      expect([estimateOf(rates).kind, valueOf(rates)]).toEqual(['not-estimable', null]);
    }
  });

  it('does not gain precision by counting the same runs again', () => {
    const once = estimateOf([rate('baseline', [6, 30])]);
    const thrice = estimateOf([1, 2, 3].map(() => rate('baseline', [6, 30], 1 / 3)));
    expect(thrice).toEqual(close(once as never));
    const unequal = estimateOf([1 / 2, 1 / 3, 1 / 6].map((share) => rate('baseline', [6, 30], share)));
    expect(unequal).toEqual(close(once as never));
    const apart = estimateOf(['a', 'b', 'c'].map((arm) => rate(arm, [6, 30], 1 / 3)));
    expect(apart.kind === 'estimated' && once.kind === 'estimated' && apart.high < once.high).toBe(true);
  });
});

describe('channels together', () => {
  const channels = [[rate('a', [10, 100])], [rate('b', [30, 100])], [rate('c', [20, 100])]];

  it('have the mean of their values and the largest of them', () => {
    expect(meanOverChannels(channels)).toMatchObject({ value: expect.closeTo(0.2, 14) });
    expect(maxOverChannels(channels)).toMatchObject({ value: 0.3, high: expect.closeTo(wilsonInterval(30, 100)?.high ?? 0, 12) });
    expect([meanOverChannels([]).kind, maxOverChannels([]).kind]).toEqual(['not-estimable', 'not-estimable']);
  });

  it('hold the largest true rate in at least 95 of 100 draws, equal or not', () => {
    const draw = seededUniform(7);
    for (const truths of [
      [0.2, 0.2, 0.2],
      [0.05, 0.3, 0.5],
      [0.02, 0.02, 0.02],
    ]) {
      let held = 0;
      for (let trial = 0; trial < 1000; trial += 1) {
        const drawn = truths.map((truth, index) => [
          rate(String(index), [Array.from({ length: 100 }, draw).filter((u) => u < truth).length, 100]),
        ]);
        const estimate = maxOverChannels(drawn);
        const largest = Math.max(...truths);
        if (estimate.kind === 'estimated' && estimate.low <= largest && largest <= estimate.high) held += 1;
      }
      // Two standard errors of 1,000 draws.
      expect(held).toBeGreaterThan(950 - 14);
    }
  });
});
