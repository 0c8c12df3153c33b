import { describe, expect, it } from 'vitest';
import { differenceOfDifferences } from './difference-of-differences.ts';
import { drawCounts } from './draw-counts.ts';
import type { Interval } from './interval.ts';
import { newcombeDifference } from './newcombe-difference.ts';
import { seededUniform } from './seeded-uniform.ts';
import { simulateCoverage } from './simulate-coverage.ts';
import { stratifiedDifference } from './stratified-difference.ts';

type Effect = readonly [treatedRate: number, controlRate: number];
type Method = (trials: number, effect: Effect, random: () => number) => Interval | undefined;

/** Differences up to 0.78: closer to 1 Newcombe's own interval falls below 90 %. */
const RATES = [0.02, 0.1, 0.3, 0.5, 0.8];
const EFFECTS: readonly Effect[] = RATES.flatMap((treated) => RATES.map((control) => [treated, control] as const));

/** All trials of an arm alike, with Newcombe's interval. */
const plain: Method = (trials, [treated, control], random) =>
  newcombeDifference(drawCounts(trials, treated, random), drawCounts(trials, control, random));

/** Blocks of one trial per arm whose odds differ eightfold from one block to the next. */
const inBlocks: Method = (trials, [treated, control], random) => {
  const moved = (rate: number, block: number) => (block % 2 === 0 ? (8 * rate) / (1 + 7 * rate) : rate);
  const blocks = Array.from({ length: trials }, (_, block) => ({
    treated: drawCounts(1, moved(treated, block), random),
    control: drawCounts(1, moved(control, block), random),
  }));
  return stratifiedDifference(blocks);
};

const plainTruth = ([treated, control]: Effect) => treated - control;
const blockTruth = ([treated, control]: Effect) => {
  const half = (rate: number) => (rate + (8 * rate) / (1 + 7 * rate)) / 2;
  return half(treated) - half(control);
};

function study(method: Method, truthOf: (effect: Effect) => number, sizes: readonly (readonly [number, number])[]) {
  const random = seededUniform(20_260_403);
  const points = sizes.flatMap(([one, two]) =>
    EFFECTS.map((first, index) => {
      const second = EFFECTS[(index * 11 + 5) % EFFECTS.length]!;
      const draw = () => {
        const [a, b] = [method(one, first, random), method(two, second, random)];
        return a && b && differenceOfDifferences(a, b);
      };
      const { coverage } = simulateCoverage({ truth: truthOf(first) - truthOf(second), repetitions: 3000, draw, random });
      return { name: `${one} and ${two} per arm: ${first.join(' - ')} against ${second.join(' - ')}`, coverage };
    }),
  );
  const average = points.reduce((sum, { coverage }) => sum + coverage, 0) / points.length;
  return { average, lowest: points.reduce((least, point) => (point.coverage < least.coverage ? point : least)) };
}

describe('differenceOfDifferences, simulated', () => {
  const sizes = [
    [8, 8],
    [10, 10],
    [10, 30],
    [20, 20],
    [50, 50],
  ] as const;

  it('covers at least 94 % on average and 90 % at any point of the grid for unstratified effects', { timeout: 300_000 }, () => {
    const { average, lowest } = study(plain, plainTruth, sizes);
    expect(average).toBeGreaterThanOrEqual(0.94);
    expect(lowest.coverage, lowest.name).toBeGreaterThanOrEqual(0.9);
  });

  it('does so for effects in blocks of one trial per arm', { timeout: 300_000 }, () => {
    const { average, lowest } = study(inBlocks, blockTruth, sizes);
    expect(average).toBeGreaterThanOrEqual(0.94);
    expect(lowest.coverage, lowest.name).toBeGreaterThanOrEqual(0.9);
  });
});
