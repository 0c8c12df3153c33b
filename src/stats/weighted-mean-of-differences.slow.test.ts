import { describe, expect, it } from 'vitest';
import { drawCounts } from './draw-counts.ts';
import { newcombeDifference } from './newcombe-difference.ts';
import { seededUniform } from './seeded-uniform.ts';
import { simulateCoverage } from './simulate-coverage.ts';
import { weightedMeanOfDifferences } from './weighted-mean-of-differences.ts';

const REPETITIONS = 3000;

interface Case {
  readonly effects: number;
  readonly trials: number;
  readonly baseRate: number;
  readonly difference: number;
}

const casesOf = (trialsPerArm: readonly number[]): readonly Case[] =>
  trialsPerArm.flatMap((trials) =>
    [2, 4, 8].flatMap((effects) =>
      [0.03, 0.1, 0.3, 0.5].flatMap((baseRate) => [0, 0.1, 0.4].map((difference) => ({ effects, trials, baseRate, difference }))),
    ),
  );

function study({ effects, trials, baseRate, difference }: Case, random: () => number): number {
  const draw = () => {
    const drawn = Array.from({ length: effects }, () =>
      newcombeDifference(drawCounts(trials, baseRate + difference, random), drawCounts(trials, baseRate, random)),
    );
    return weightedMeanOfDifferences(drawn.filter((effect) => effect !== undefined));
  };
  return simulateCoverage({ truth: difference, repetitions: REPETITIONS, draw, random }).coverage;
}

describe('weightedMeanOfDifferences, simulated', () => {
  it('covers at least 94 % on average and 90 % at any point of the grid from 10 trials per arm', { timeout: 300_000 }, () => {
    const random = seededUniform(20_260_404);
    const points = casesOf([10, 25]).map((each) => ({ each, coverage: study(each, random) }));
    const average = points.reduce((sum, { coverage }) => sum + coverage, 0) / points.length;
    const lowest = points.reduce((least, point) => (point.coverage < least.coverage ? point : least));
    expect(average).toBeGreaterThanOrEqual(0.94);
    expect(lowest.coverage, JSON.stringify(lowest.each)).toBeGreaterThanOrEqual(0.9);
  });

  it('is not fit for rates of 3 trials per arm, as its docstring says', { timeout: 300_000 }, () => {
    const coverages = casesOf([3]).map((each) => study(each, seededUniform(20_260_405)));
    expect(Math.min(...coverages)).toBeLessThan(0.88);
  });
});
