import { describe, expect, it } from 'vitest';
import { createGroupEffect } from './group-effect.ts';

const WORDINGS = 6;
const WORLDS = 250;

/** Propensities of one arm in many worlds, wording by wording. */
function draws(correlation: number, mean: number, arm = 'agent good'): readonly (readonly number[])[] {
  const effectOf = createGroupEffect(correlation);
  return Array.from({ length: WORDINGS }, (_, wording) =>
    Array.from({ length: WORLDS }, (__, world) => effectOf(mean, arm, { wording, world: `world ${world}` })),
  );
}

const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const varianceOf = (values: readonly number[], mean: number) => meanOf(values.map((value) => (value - mean) ** 2));

describe('a group effect', () => {
  it.each([
    [0.05, 0.8],
    [0.05, 0.12],
    [0.2, 0.5],
    [0.2, 0.8],
    [0.2, 0.03],
  ])('of correlation %f leaves a mean of %f as it is, and has that correlation', (correlation, mean) => {
    const all = draws(correlation, mean);
    const flat = all.flat();
    expect(flat.every((value) => value >= 0 && value <= 1)).toBe(true);
    expect(Math.abs(meanOf(flat) - mean)).toBeLessThan(0.025);
    expect(varianceOf(flat, mean) / (mean * (1 - mean)) / correlation).toBeGreaterThan(0.7);
    expect(varianceOf(flat, mean) / (mean * (1 - mean)) / correlation).toBeLessThan(1.3);
  });

  it('gives nearly half of the variance to the wordings, whose mean is exact', () => {
    const parts = draws(0.2, 0.5).map(meanOf);
    const share = varianceOf(parts, 0.5) / (0.2 * 0.25);
    expect(share).toBeGreaterThan(0.35);
    expect(share).toBeLessThan(0.6);
  });

  it('orders the wordings anew in each arm, and moves all arms of a world alike', () => {
    const [one, other] = [draws(0.2, 0.5), draws(0.2, 0.5, 'agent unrelated')];
    const order = (arm: readonly (readonly number[])[]) => arm.map(meanOf).map((mean) => mean.toFixed(1));
    expect(order(one)).not.toEqual(order(other));
    const isHigh = (values: readonly number[] = []) => {
      const mean = meanOf(values);
      return values.map((value) => value > mean);
    };
    const [high, alsoHigh] = [isHigh(one[0]), isHigh(other[0])];
    const agreement = high.filter((value, world) => value === alsoHigh[world]).length / WORLDS;
    expect(agreement).toBeGreaterThan(0.9);
  });

  it('is none at a correlation of 0, and where nothing can vary', () => {
    expect(new Set(draws(0, 0.3).flat())).toEqual(new Set([0.3]));
    expect(new Set(draws(0.2, 0).flat())).toEqual(new Set([0]));
    expect(new Set(draws(0.2, 1).flat())).toEqual(new Set([1]));
  });
});
