import { describe, expect, it } from 'vitest';
import { errorRateChecks, summariseErrors, type ErrorPoint } from './error-rates.ts';
import { seededUniform } from './seeded-uniform.ts';

const DRAWS = 2000;

describe('errorRateChecks', () => {
  it('finds every test, adjustment and interval within what it promises', () => {
    const found = errorRateChecks().map((check) => {
      const { points, isWithin } = summariseErrors(check, check.measure(DRAWS, seededUniform(20_261_121)), DRAWS);
      return [check.name, points, isWithin];
    });
    expect(found).toEqual([
      ['exact McNemar', 21, true],
      ['McNemar, mid-p', 21, true],
      ['Boschloo', 24, true],
      ['Fisher', 24, true],
      ['samples without spread', 24, true],
      ['Holm', 10, true],
      ['gatekeeping', 10, true],
      ['Benjamini-Hochberg', 10, true],
      ['t over groups', 24, true],
    ]);
  });

  it('sees mid-p above the level of the exact test, so that it is no exact test', () => {
    const [exact, midP] = errorRateChecks();
    const points = midP!.measure(0, () => 0);
    expect(summariseErrors(exact!, points, DRAWS)).toEqual({
      points: 21,
      highest: { name: '50 pairs, 0.5 each way', rate: expect.closeTo(0.06490864707227167, 10) },
      isWithin: false,
    });
  });

  it('lets off what is simulated, and nothing that is exact', () => {
    const [exact] = errorRateChecks();
    const points: readonly ErrorPoint[] = [{ name: 'one', rate: 0.055 }];
    expect(summariseErrors(exact!, points, DRAWS).isWithin).toBe(false);
    expect(summariseErrors({ ...exact!, isExact: false }, points, DRAWS).isWithin).toBe(true);
    expect(summariseErrors({ ...exact!, isExact: false }, [{ name: 'one', rate: 0.08 }], DRAWS).isWithin).toBe(false);
    expect(() => summariseErrors(exact!, [], DRAWS)).toThrow(new RangeError('the grid must hold at least one point'));
  });
});
