import { describe, expect, it } from 'vitest';
import { drawCounts } from './draw-counts.ts';
import { pooledDifference } from './pooled-difference.ts';
import { seededUniform } from './seeded-uniform.ts';
import { simulateCoverage } from './simulate-coverage.ts';
import type { Stratum } from './stratum.ts';

/** `blocks` strata per group with `trials` of each arm in each. */
interface Case {
  readonly groups: number;
  readonly blocks: number;
  readonly trials: number;
  readonly baseRate: number;
  readonly difference: number;
  /** How far the control rates of the groups lie apart, as a share of the base rate. */
  readonly spread: number;
  /** How far the differences of the groups lie apart, as a share of the difference. */
  readonly disagreement: number;
}

const SHAPES = [
  [1, 3],
  [1, 5],
  [1, 10],
  [1, 25],
  [3, 1],
  [5, 1],
  [10, 1],
  [25, 1],
  [3, 3],
] as const;
const SPREADS = [
  [0, 0],
  [1, 0],
  [0.5, 1],
] as const;

const CASES: readonly Case[] = SHAPES.flatMap(([blocks, trials]) =>
  [2, 4, 8].flatMap((groups) =>
    [0.03, 0.1, 0.3, 0.5].flatMap((baseRate) =>
      [0, 0.1, 0.4].flatMap((difference) =>
        SPREADS.map(([spread, disagreement]) => ({ groups, blocks, trials, baseRate, difference, spread, disagreement })),
      ),
    ),
  ),
);

function ratesOf({ groups, baseRate, difference, spread, disagreement }: Case) {
  return Array.from({ length: groups }, (_, index) => {
    const lean = (2 * index + 1) / groups - 1;
    const control = baseRate * (1 + spread * lean);
    return { control, treated: Math.min(1, control + difference * (1 - disagreement * lean)) };
  });
}

function study(each: Case, random: () => number): number {
  const rates = ratesOf(each);
  const truth = rates.reduce((sum, { treated, control }) => sum + treated - control, 0) / rates.length;
  const stratum = ({ treated, control }: { treated: number; control: number }): Stratum => ({
    treated: drawCounts(each.trials, treated, random),
    control: drawCounts(each.trials, control, random),
  });
  const draw = () => pooledDifference(rates.map((group) => Array.from({ length: each.blocks }, () => stratum(group))));
  const repetitions = Math.min(3000, Math.ceil(60_000 / (each.groups * each.blocks)));
  return simulateCoverage({ truth, repetitions, draw, random }).coverage;
}

describe('pooledDifference, simulated', () => {
  it('covers at least 94 % on average and 90 % at any point of the grid', { timeout: 300_000 }, () => {
    const random = seededUniform(20_260_406);
    const points = CASES.map((each) => ({ each, coverage: study(each, random) }));
    const average = points.reduce((sum, { coverage }) => sum + coverage, 0) / points.length;
    const lowest = points.reduce((least, point) => (point.coverage < least.coverage ? point : least));
    expect(average).toBeGreaterThanOrEqual(0.94);
    expect(lowest.coverage, JSON.stringify(lowest.each)).toBeGreaterThanOrEqual(0.9);
  });
});
