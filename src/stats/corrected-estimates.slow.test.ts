import { describe, expect, it } from 'vitest';
import { coverPoint, COVERAGE_BARS, summariseGrid } from './composite-coverage.ts';
import { correctedEstimates } from './corrected-estimates.ts';
import { seededUniform } from './seeded-uniform.ts';

/** The self-test, which the slow suite runs whole, draws 4,000. */
const TABLES = 1200;

describe('the intervals of corrected estimates, simulated', () => {
  it.each(correctedEstimates())('$name keeps its bars', { timeout: 300_000 }, ({ points }) => {
    const random = seededUniform(20_261_122);
    const found = summariseGrid(points.map((point) => coverPoint(point, TABLES, random)));
    expect(found.average).toBeGreaterThanOrEqual(COVERAGE_BARS.average);
    expect(found.lowest.coverage, found.lowest.name).toBeGreaterThanOrEqual(COVERAGE_BARS.lowest);
    expect(found.widthRatio).toBeLessThanOrEqual(COVERAGE_BARS.widthRatio);
  });
});
