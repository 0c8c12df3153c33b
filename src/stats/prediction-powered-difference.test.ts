import { describe, expect, it } from 'vitest';
import { coverPoint, summariseGrid } from './composite-coverage.ts';
import { correctedEstimates } from './corrected-estimates.ts';
import { predictionPoweredDifference } from './prediction-powered-difference.ts';
import { seededUniform } from './seeded-uniform.ts';

const stratum = (name: string, units: number, [successes, trials]: readonly [number, number]) => ({
  name,
  units,
  labelled: { successes, trials },
});
const TREATED = [stratum('yes', 30, [17, 20]), stratum('no', 60, [3, 20]), stratum('abstained', 10, [4, 8])];
const CONTROL = [stratum('yes', 12, [9, 10]), stratum('no', 85, [1, 25]), stratum('abstained', 3, [1, 3])];

describe('predictionPoweredDifference', () => {
  it('squares and adds the limits of the two arms', () => {
    // numpy 2.4.6 from the limits a and b of both arms in prediction-powered-rate.test.ts: d = a[0] - b[0];
    // d - np.hypot(a[0] - a[1], b[2] - b[0]), d + np.hypot(a[2] - a[0], b[0] - b[1])
    expect(predictionPoweredDifference(TREATED, CONTROL)).toEqual({
      kind: 'estimated',
      value: expect.closeTo(0.243, 14),
      low: expect.closeTo(0.054668321930707725, 12),
      high: expect.closeTo(0.40749669042405456, 12),
      units: 200,
      labelled: 86,
    });
  });

  it('is not estimable where an arm has no labels, and says what it could be', () => {
    expect(predictionPoweredDifference(TREATED, [stratum('yes', 4, [0, 0])])).toEqual({
      kind: 'not-estimable',
      because: 'control arm: no labelled unit in yes (4 units)',
      units: 104,
      labelled: 48,
      bounds: { low: expect.closeTo(-0.605, 14), high: expect.closeTo(0.395, 14) },
    });
    const neither = predictionPoweredDifference([stratum('no', 2, [0, 0])], []);
    expect(neither).toMatchObject({ because: 'treated arm: no labelled unit in no (2 units); control arm: there is no unit' });
  });
});

describe('the corrected estimates', () => {
  /** Every so many-th point of each grid: the whole is in corrected-estimates.slow.test.ts. */
  const sampled = correctedEstimates().map(({ name, points }) => {
    const random = seededUniform(20_261_121);
    const looked = points.filter((_, index) => index % 12 === 0).map((point) => coverPoint(point, 400, random));
    return { name, ...summariseGrid(looked) };
  });

  it('cover the truth on a sample of the grids, with another judge in each arm as well', () => {
    expect(sampled.map(({ name, points }) => [name, points])).toEqual([
      ['corrected rate', 35],
      ['corrected difference, two judges', 25],
    ]);
    for (const { average, lowest, widthRatio } of sampled) {
      expect(average).toBeGreaterThanOrEqual(0.95);
      expect(lowest.coverage, lowest.name).toBeGreaterThanOrEqual(0.88);
      expect(widthRatio).toBeLessThanOrEqual(1.15);
    }
  });
});
