import { describe, expect, it } from 'vitest';
import { weightedMeanOfDifferences } from './weighted-mean-of-differences.ts';

const EFFECTS = [
  { value: 0.4, low: 0.2, high: 0.5 },
  { value: 0.1, low: -0.2, high: 0.3 },
  { value: 0, low: -0.1, high: 0.1 },
];

describe('weightedMeanOfDifferences', () => {
  it('takes the equal-weight mean', () => {
    // numpy 2: v = .5 / 3; v - np.sqrt(.2**2 + .3**2 + .1**2) / 3; v + np.sqrt(.1**2 + .2**2 + .1**2) / 3
    const mean = weightedMeanOfDifferences(EFFECTS);
    expect(mean?.value).toBeCloseTo(0.16666666666666666, 14);
    expect(mean?.low).toBeCloseTo(0.04194475377420194, 14);
    expect(mean?.high).toBeCloseTo(0.24831632475943927, 14);
  });

  it('takes weights, which need not sum to 1', () => {
    // numpy 2: v = np.average([.4, .1, 0], weights=[2, 1, 1]); v - np.sqrt((.2*.5)**2 + (.3*.25)**2 + (.1*.25)**2)
    const mean = weightedMeanOfDifferences(EFFECTS, [2, 1, 1]);
    expect(mean?.value).toBeCloseTo(0.225, 14);
    expect(mean?.low).toBeCloseTo(0.09752451216018038, 14);
  });

  it('leaves a single effect as it is', () => {
    const mean = weightedMeanOfDifferences(EFFECTS.slice(0, 1));
    expect(mean?.low).toBeCloseTo(0.2, 14);
    expect(mean?.high).toBeCloseTo(0.5, 14);
  });

  it('says nothing without effects and refuses unusable weights', () => {
    expect(weightedMeanOfDifferences([])).toBeUndefined();
    expect(() => weightedMeanOfDifferences(EFFECTS, [1, 1])).toThrow(new RangeError('3 effects need as many weights: 2'));
    expect(() => weightedMeanOfDifferences(EFFECTS, [1, -1, 1])).toThrow(new RangeError('a weight must be finite and not negative: -1'));
    expect(() => weightedMeanOfDifferences(EFFECTS, [0, 0, 0])).toThrow(new RangeError('the weights must not sum to 0'));
  });
});
