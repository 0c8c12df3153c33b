import { describe, expect, it } from 'vitest';
import { normalQuantile } from './distributions.ts';
import { meanInterval } from './mean-interval.ts';
import { seededUniform } from './seeded-uniform.ts';
import { simulateCoverage } from './simulate-coverage.ts';
import { welchDifference } from './welch-difference.ts';

const REPETITIONS = 10_000;

function sample(size: number, spread: number, random: () => number): readonly number[] {
  return Array.from({ length: size }, () => spread * normalQuantile(random() || Number.MIN_VALUE));
}

describe('intervals of means, simulated on normal values', () => {
  it.each([2, 5, 30])('covers 95 % with the t interval of %i values', (size) => {
    const random = seededUniform(size);
    const { coverage } = simulateCoverage({
      truth: 0,
      repetitions: REPETITIONS,
      draw: () => meanInterval(sample(size, 3, random)),
      random,
    });
    expect(coverage).toBeGreaterThan(0.94);
    expect(coverage).toBeLessThan(0.96);
  });

  it.each([
    [5, 5, 1],
    [5, 20, 4],
    [20, 5, 4],
    [30, 30, 9],
  ])('covers 95 % with Welch, %i against %i values of %i times the spread', (one, two, spread) => {
    const random = seededUniform(one * two);
    const draw = () => welchDifference(sample(one, 1, random), sample(two, spread, random));
    const { coverage } = simulateCoverage({ truth: 0, repetitions: REPETITIONS, draw, random });
    expect(coverage).toBeGreaterThan(0.94);
    expect(coverage).toBeLessThan(0.965);
  });
});
