import { describe, expect, it } from 'vitest';
import { anytimeWorlds, simulatePaths } from './anytime-coverage.ts';
import { seededUniform } from './seeded-uniform.ts';

const PATHS = 300;
/** Three standard errors of a coverage of 95 %. */
const SLACK = 3 * Math.sqrt((0.95 * 0.05) / PATHS);

describe('limits that are looked at after every block', () => {
  it.each(anytimeWorlds)('hold the truth all the way in at least 95 % of runs: $name', (world) => {
    const { coverage } = simulatePaths({ world, blocks: 150, paths: PATHS, random: seededUniform(11) });
    expect(coverage).toBeGreaterThanOrEqual(0.95 - SLACK);
  });
});
