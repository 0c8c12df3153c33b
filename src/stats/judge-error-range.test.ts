import { describe, expect, it } from 'vitest';
import { judgeErrorRange } from './judge-error-range.ts';

const of100 = (successes: number) => ({ successes, trials: 100 });
const share = (...[value, low, high]: readonly [number, number, number]) => ({ value, low, high });
const JUDGE = { sensitivity: share(0.9, 0.8, 0.95), specificity: share(0.95, 0.9, 0.98) };
const BARELY_KNOWN = { sensitivity: share(0.8, 0.5, 0.9), specificity: share(0.8, 0.45, 0.95) };
const FAULTLESS = { sensitivity: share(1, 0.9, 1), specificity: share(1, 0.92, 1) };

describe('judgeErrorRange', () => {
  // lo, hi = statsmodels 0.15.0 proportion_confint(successes, 100, method='wilson'); numpy 2.4.6: th = np.linspace(0, 1, 200001); L = th * sens_low + (1 - th) * (1 - spec_high); U = th * sens_high + (1 - th) * (1 - spec_low);
  // ok = (L <= hi) & (U >= lo); th[ok].min(), th[ok].max(); the point is (p + spec - 1) / (sens + spec - 1) cut to [0, 1]
  it.each([
    [30, JUDGE, 0.2941176470588235, 0.13994, 0.481855],
    [60, BARELY_KNOWN, 0.6666666666666664, 0, 1],
    [50, FAULTLESS, 0.5, 0.351995, 0.662405],
    [0, FAULTLESS, 0, 0, 0.0411],
    [1, JUDGE, 0, 0, 0.04421],
    [97, JUDGE, 1, 0.95939, 1],
  ])('agrees with a search over all true rates for %i of 100, case %#', (...[successes, judge, value, low, high]) => {
    expect(judgeErrorRange(of100(successes), judge)).toEqual({
      kind: 'estimated',
      value: expect.closeTo(value, 12),
      low: expect.closeTo(low, 4),
      high: expect.closeTo(high, 4),
      isExplained: true,
    });
  });

  it('says where no true rate explains the raw one', () => {
    const none = { kind: 'estimated', value: 1, low: 1, high: 1, isExplained: false };
    expect(judgeErrorRange(of100(100), JUDGE)).toEqual(none);
    expect(judgeErrorRange({ successes: 97, trials: 97 }, JUDGE)).toEqual(none);
  });

  it('explains no case among few trials, which any judge gives now and then', () => {
    const nearlyFaultless = { sensitivity: share(0.7, 0.45, 0.88), specificity: share(0.99, 0.95, 0.998) };
    const found = judgeErrorRange({ successes: 0, trials: 6 }, nearlyFaultless);
    expect(found).toMatchObject({ kind: 'estimated', value: 0, low: 0, isExplained: true });
  });

  it('holds every true rate whose raw rate a judge within the intervals would give', () => {
    for (const truth of [0, 0.1, 0.4, 0.9, 1]) {
      for (const sensitivity of [0.8, 0.87, 0.95]) {
        for (const specificity of [0.9, 0.95, 0.98]) {
          const successes = Math.round(1e6 * (truth * sensitivity + (1 - truth) * (1 - specificity)));
          const found = judgeErrorRange({ successes, trials: 1e6 }, JUDGE);
          const { low, high } = found.kind === 'estimated' ? found : { low: 1, high: 0 };
          expect(low - 1e-5 <= truth && truth <= high + 1e-5).toBe(true);
        }
      }
    }
  });

  it('is not estimable for no trial or a judge that hardly knows', () => {
    const because = "the judge's sensitivity + specificity - 1 is 0.49, below 0.5";
    const weak = { sensitivity: share(0.7, 0.6, 0.8), specificity: share(0.79, 0.7, 0.9) };
    expect(judgeErrorRange(of100(30), weak)).toEqual({ kind: 'not-estimable', because });
    const justKnows = { sensitivity: share(0.85, 0.8, 0.9), specificity: share(0.65, 0.6, 0.7) };
    expect(judgeErrorRange(of100(50), justKnows).kind).toBe('estimated');
    const none = 'no trial has a verdict of the judge';
    expect(judgeErrorRange({ successes: 0, trials: 0 }, JUDGE)).toEqual({ kind: 'not-estimable', because: none });
  });

  it('refuses what is no share', () => {
    const message = 'the sensitivity must lie within limits from 0 to 1: 0.9 [0.95, 1]';
    expect(() => judgeErrorRange(of100(3), { ...JUDGE, sensitivity: share(0.9, 0.95, 1) })).toThrow(new RangeError(message));
  });
});
