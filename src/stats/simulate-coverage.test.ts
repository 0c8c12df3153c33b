import { describe, expect, it } from 'vitest';
import { drawCounts } from './draw-counts.ts';
import { exactCoverage } from './exact-coverage.ts';
import { seededUniform } from './seeded-uniform.ts';
import { simulateCoverage } from './simulate-coverage.ts';
import { wilsonInterval } from './wilson-interval.ts';

describe('simulateCoverage', () => {
  it('comes to what exact enumeration gives', () => {
    const draw = (random: () => number) => wilsonInterval(drawCounts(10, 0.3, random).successes, 10);
    const { coverage, without } = simulateCoverage({ truth: 0.3, repetitions: 20_000, draw, random: seededUniform(1) });
    expect(coverage).toBeCloseTo(exactCoverage(wilsonInterval, 10, [0.3]).average, 2);
    expect(without).toBe(0);
  });

  it('counts the repetitions without an interval apart', () => {
    const draw = (random: () => number) => (random() < 0.5 ? undefined : { value: 0, low: -1, high: 2 });
    const study = simulateCoverage({ truth: 0, repetitions: 1000, draw, random: seededUniform(2) });
    expect(study.coverage).toBe(1);
    expect(study.meanWidth).toBe(3);
    expect(study.without).toBeGreaterThan(400);
    expect(study.without).toBeLessThan(600);
  });
});

describe('seededUniform', () => {
  it('gives the same numbers for the same seed, spread evenly', () => {
    const [one, two, other] = [seededUniform(7), seededUniform(7), seededUniform(8)];
    const numbers = Array.from({ length: 20_000 }, one);
    expect(numbers).toEqual(Array.from({ length: 20_000 }, two));
    expect(numbers[0]).not.toBe(other());
    expect(numbers.reduce((sum, each) => sum + each, 0) / numbers.length).toBeCloseTo(0.5, 2);
    expect(numbers.every((each) => each >= 0 && each < 1)).toBe(true);
  });
});
