import { describe, expect, it } from 'vitest';
import { predictionPoweredRate } from './prediction-powered-rate.ts';
import { wilsonInterval } from './wilson-interval.ts';

const stratum = (name: string, units: number, [successes, trials]: readonly [number, number]) => ({
  name,
  units,
  labelled: { successes, trials },
});
const ARM = [stratum('yes', 30, [17, 20]), stratum('no', 60, [3, 20]), stratum('abstained', 10, [4, 8])];

describe('predictionPoweredRate', () => {
  // numpy 2.4.6 and statsmodels 0.15.0, with W = units / N, p = y / n, t = W @ p: squares of W (p - l) and W (u - p) by
  // proportion_confint(y, n, .05, 'beta') towards the nearer end of [0, 1] and 'wilson' towards the other, plus the squares of the distances
  // of Wilson's limits of t at t (1 - t) N / (W @ (p - t)**2)
  it.each([
    [ARM, 0.395, 0.27785424638082656, 0.5444213847005634],
    [
      [stratum('yes', 12, [9, 10]), stratum('no', 85, [1, 25]), stratum('abstained', 3, [1, 3])],
      0.152,
      0.08320747893387331,
      0.2994642104830574,
    ],
    [[stratum('yes', 20, [5, 5]), stratum('no', 80, [0, 20])], 0.2, 0.09049673035989486, 0.3565434867913907],
    [[stratum('yes', 50, [0, 10]), stratum('no', 50, [0, 10])], 0, 0, 0.1962453247847379],
  ])('agrees with numpy, case %#', (...[strata, value, low, high]) => {
    expect(predictionPoweredRate(strata)).toEqual({
      kind: 'estimated',
      value: expect.closeTo(value, 14),
      low: expect.closeTo(low, 12),
      high: expect.closeTo(high, 12),
      units: 100,
      labelled: strata.reduce((sum, { labelled }) => sum + labelled.trials, 0),
    });
  });

  it('leaves empty strata out, and has a width at 0 of n and n of n', () => {
    expect(predictionPoweredRate([...ARM, stratum('unscored', 0, [0, 0])])).toEqual(predictionPoweredRate(ARM));
    expect(predictionPoweredRate([stratum('no', 40, [0, 10])])).toMatchObject({ value: 0, low: 0, high: wilsonInterval(0, 10)?.high });
    expect(predictionPoweredRate([stratum('yes', 40, [10, 10])])).toMatchObject({ value: 1, low: wilsonInterval(10, 10)?.low, high: 1 });
  });

  it('says which label nobody looked at, and what the rate could be', () => {
    expect(predictionPoweredRate([stratum('yes', 30, [17, 20]), stratum('no', 60, [0, 0]), stratum('abstained', 10, [5, 10])])).toEqual({
      kind: 'not-estimable',
      because: 'no labelled unit in no (60 units)',
      units: 100,
      labelled: 30,
      bounds: { low: expect.closeTo(0.305, 14), high: expect.closeTo(0.905, 14) },
    });
    const bounds = { low: 0, high: 1 };
    expect(predictionPoweredRate([])).toEqual({ kind: 'not-estimable', because: 'there is no unit', units: 0, labelled: 0, bounds });
  });

  it('refuses impossible counts and predictions', () => {
    const over = 'no has 3 units and cannot have more labelled ones: 4';
    expect(() => predictionPoweredRate([stratum('no', 3, [1, 4])])).toThrow(new RangeError(over));
    expect(() => predictionPoweredRate([stratum('no', -1, [0, 0])])).toThrow(
      new RangeError('the units of no must be a whole number from 0: -1'),
    );
    const predicted = { name: 'all', units: 3, meanPrediction: 0.5, labelled: [{ prediction: 1.5, isTrue: true }] };
    expect(() => predictionPoweredRate([predicted])).toThrow(new RangeError('a prediction must lie from 0 to 1: 1.5'));
  });
});

describe('predictionPoweredRate with predictions that vary', () => {
  const predictions = [0.9, 0.8, 0.2, 0.1, 0.3, 0.7, 0.6, 0.05];
  const truths = [true, true, false, false, true, true, false, false];
  const labelled = predictions.map((prediction, index) => ({ prediction, isTrue: truths[index] ?? false }));

  it('is mean prediction plus mean error, narrower than the labels alone', () => {
    // numpy 2.4.6: e = t - f; r = .42 + e.mean() = .46375; v = e.var(ddof=1) * (1/8 - 1/50) + r (1 - r) / 50; the effective size
    // r (1 - r) / v * (stats.norm.ppf(.975) / stats.t.ppf(.975, 7))**2 = 8.382746286402353; limits as in `guardedLimits`
    expect(predictionPoweredRate([{ name: 'all', units: 50, meanPrediction: 0.42, labelled }])).toEqual({
      kind: 'estimated',
      value: expect.closeTo(0.46375, 14),
      low: expect.closeTo(0.14030922288318837, 12),
      high: expect.closeTo(0.75492607917324, 12),
      units: 50,
      labelled: 8,
    });
  });

  it('is the sum of the labels where the prediction is the same for a whole stratum, whatever it is', () => {
    const successes = truths.filter(Boolean).length;
    for (const prediction of [0, 0.3, 1]) {
      const constant = truths.map((isTrue) => ({ prediction, isTrue }));
      const found = predictionPoweredRate([{ name: 'yes', units: 50, meanPrediction: prediction, labelled: constant }]);
      expect(found).toMatchObject({ value: expect.closeTo(successes / truths.length, 14) });
    }
  });
});
