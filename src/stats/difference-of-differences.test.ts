import { describe, expect, it } from 'vitest';
import { differenceOfDifferences } from './difference-of-differences.ts';
import { newcombeDifference } from './newcombe-difference.ts';
import { wilsonInterval } from './wilson-interval.ts';

describe('differenceOfDifferences', () => {
  it('squares and adds the distances of the two effects', () => {
    // numpy 2: (.4 - .1) - np.sqrt((.4 - .2)**2 + (.3 - .1)**2), (.4 - .1) + np.sqrt((.5 - .4)**2 + (.1 - -.2)**2)
    const difference = differenceOfDifferences({ value: 0.4, low: 0.2, high: 0.5 }, { value: 0.1, low: -0.2, high: 0.3 });
    expect(difference.value).toBeCloseTo(0.3, 14);
    expect(difference.low).toBeCloseTo(0.017157287525381, 14);
    expect(difference.high).toBeCloseTo(0.6162277660168379, 14);
  });

  it("gives Newcombe's interval when its parts are two rates", () => {
    const [one, two] = [wilsonInterval(56, 70)!, wilsonInterval(48, 80)!];
    expect(differenceOfDifferences(one, two)).toEqual(newcombeDifference({ successes: 56, trials: 70 }, { successes: 48, trials: 80 }));
  });

  it('refuses an effect outside its limits', () => {
    expect(() => differenceOfDifferences({ value: 2, low: 0, high: 1 }, { value: 0, low: 0, high: 0 })).toThrow(
      new RangeError('an estimate must lie within finite limits: 2 [0, 1]'),
    );
  });
});
