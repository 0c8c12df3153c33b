import { describe, expect, it } from 'vitest';
import { anytimeMean } from './anytime-mean.ts';

const unit = { least: 0, most: 1 };
const seen = (...pairs: readonly (readonly [value: number, times: number])[]) => pairs.map(([value, times]) => ({ value, times }));

describe('the mean with anytime-valid limits', () => {
  /**
   * confseq 0.0.11, for c in ((np.arange(16) + .5) / 16)**1.5 the constant bets
   *   diversified_betting_mart(x, m, [lambda x, m: np.repeat(c/m, len(x))], [lambda x, m: np.repeat(c/(1-m), len(x))],
   *     theta=1 (low) or 0 (high), trunc_scale=1)[-1]
   * and scipy.optimize.brentq for the m at which its logarithm is log(2/alpha).
   */
  it.each([
    ['3 of 0, 30 of .5, 17 of 1', seen([0, 3], [0.5, 30], [1, 17]), 0.95, 0.5090091989741323, 0.7646840208067812],
    ['40 of .5', seen([0.5, 40]), 0.95, 0.4333299458247804, 0.5666700541752195],
    ['20 of 0, 160 of .5, 20 of 1', seen([0, 20], [0.5, 160], [1, 20]), 0.95, 0.44838658394434355, 0.5516134160556565],
    ['12 of 1', seen([1, 12]), 0.95, 0.6274584522014016, 1],
    ['2 of 60', seen([0, 58], [1, 2]), 0.99, 0.0003048845384981217, 0.18957681819010122],
    ['five values', seen([0, 2], [0.25, 8], [0.5, 40], [0.75, 30], [1, 20]), 0.95, 0.5680960091193673, 0.720360756088818],
  ])('agrees with confseq: %s', (_name, values, ...[confidence, low, high]) => {
    const found = anytimeMean(values, unit, confidence);
    expect(found?.low).toBeCloseTo(low, 11);
    expect(found?.high).toBeCloseTo(high, 11);
  });

  it('is the same whatever scale the values are on', () => {
    const scaled = anytimeMean(seen([0, 3], [0.5, 30], [1, 17]), unit);
    const found = anytimeMean(seen([-1, 3], [0, 30], [1, 17]), { least: -1, most: 1 });
    expect(found?.value).toBeCloseTo(0.28, 12);
    expect(found?.low).toBeCloseTo(2 * (scaled?.low ?? Number.NaN) - 1, 12);
    expect(found?.high).toBeCloseTo(2 * (scaled?.high ?? Number.NaN) - 1, 12);
  });

  it('turns round with its values', () => {
    const range = { least: -2, most: 2 };
    const up = anytimeMean(seen([2, 5], [-1, 1]), range);
    const down = anytimeMean(seen([-2, 5], [1, 1]), range);
    expect(down?.low).toBeCloseTo(-(up?.high ?? Number.NaN), 12);
    expect(down?.high).toBeCloseTo(-(up?.low ?? Number.NaN), 12);
  });

  it('says nothing of nothing, and next to nothing of one value', () => {
    expect(anytimeMean([], unit)).toBeUndefined();
    expect(anytimeMean(seen([0.5, 0]), unit)).toBeUndefined();
    const one = anytimeMean(seen([1, 1]), unit);
    expect(one).toEqual({ value: 1, low: expect.any(Number), high: 1 });
    expect(one?.low).toBeLessThan(0.05);
  });

  it('refuses what cannot be', () => {
    expect(() => anytimeMean(seen([1.5, 1]), unit)).toThrow('a value must lie from 0 to 1: 1.5');
    expect(() => anytimeMean(seen([1, 0.5]), unit)).toThrow('a whole number of times: 0.5');
    expect(() => anytimeMean(seen([1, 1]), { least: 1, most: 1 })).toThrow('two finite ends: 1 to 1');
    expect(() => anytimeMean(seen([1, 1]), unit, 1)).toThrow('confidence');
  });
});
