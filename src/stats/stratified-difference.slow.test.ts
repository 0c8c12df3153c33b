import { describe, expect, it } from 'vitest';
import { drawCounts } from './draw-counts.ts';
import { seededUniform } from './seeded-uniform.ts';
import { simulateCoverage } from './simulate-coverage.ts';
import { stratifiedDifference } from './stratified-difference.ts';

type Layout = readonly (readonly [treated: number, control: number])[];
interface Rates {
  readonly treated: readonly number[];
  readonly control: readonly number[];
}

/** Fewer where a repetition is longer: 200 blocks take as long as 10. */
const repetitionsFor = (layout: Layout) => Math.min(3000, Math.ceil(60_000 / layout.length));
const times = (strata: number, treated: number, control: number): Layout =>
  Array.from({ length: strata }, () => [treated, control] as const);

/** From blocks of one trial per arm to a few large strata, alike and unlike. */
const LAYOUTS: Readonly<Record<string, Layout>> = {
  '5 blocks 1:1': times(5, 1, 1),
  '10 blocks 1:1': times(10, 1, 1),
  '20 blocks 1:1': times(20, 1, 1),
  '50 blocks 1:1': times(50, 1, 1),
  '200 blocks 1:1': times(200, 1, 1),
  '8 blocks 1:4': times(8, 1, 4),
  '15 blocks 2:1': times(15, 2, 1),
  '12 blocks 2:2': times(12, 2, 2),
  '5 strata 3:3': times(5, 3, 3),
  '10 strata 3:3': times(10, 3, 3),
  '3 strata 10:10': times(3, 10, 10),
  '2 strata 20:20': times(2, 20, 20),
  '4 strata 20:5': times(4, 20, 5),
  '4 strata 50:50': times(4, 50, 50),
  'blocks with losses': [...times(12, 1, 1), ...times(2, 2, 1), ...times(2, 2, 2)],
  'three unlike': [
    [5, 20],
    [20, 5],
    [10, 10],
  ],
  'five unlike': [
    [2, 3],
    [3, 2],
    [12, 4],
    [8, 15],
    [1, 6],
  ],
  opposed: [
    [30, 2],
    [2, 30],
    [10, 10],
  ],
};

const logistic = (x: number) => 1 / (1 + Math.exp(-x));
/** Log odds spread evenly about the middle, in an order that puts unlike strata side by side. */
const spread = (middle: number, width: number) => (index: number, strata: number) =>
  logistic(middle + width * ((2 * ((index * 7) % strata) + 1) / strata - 1));

const BASES: Readonly<Record<string, (index: number, strata: number) => number>> = {
  'all 2 %': () => 0.02,
  'all 5 %': () => 0.05,
  'all 10 %': () => 0.1,
  'all 30 %': () => 0.3,
  'all 50 %': () => 0.5,
  spread: spread(0, 2.5),
  'spread, low': spread(-2, 2.5),
  'spread wide': spread(0, 6),
  'either 2 % or 98 %': (index) => (index % 2 === 0 ? 0.02 : 0.98),
  'either 5 % or 95 %': (index) => (index % 3 === 0 ? 0.95 : 0.05),
};

const shift = (difference: number) => (base: readonly number[]) => {
  const control = base.map((rate) => Math.min(rate, 1 - difference));
  return { control, treated: control.map((rate) => rate + difference) };
};

const EFFECTS: Readonly<Record<string, (base: readonly number[]) => Rates>> = {
  none: shift(0),
  '+10 points': shift(0.1),
  '+30 points': shift(0.3),
  '+80 points': shift(0.8),
  '+94 points': shift(0.94),
  'odds x 4': (control) => ({ control, treated: control.map((rate) => (4 * rate) / (1 + 3 * rate)) }),
  'up here, down there': (base) => {
    const moved = (sign: number) => base.map((rate, index) => Math.min(1, Math.max(0, rate + (index % 2 === 0 ? sign : -sign) * 0.2)));
    return { treated: moved(1), control: moved(-1) };
  },
};

function trueDifference(layout: Layout, { treated, control }: Rates): number {
  const sizes = layout.map(([n1, n0]) => (n1 * n0) / (n1 + n0));
  const sum = sizes.reduce((total, size, index) => total + size * (treated[index]! - control[index]!), 0);
  return sum / sizes.reduce((total, size) => total + size, 0);
}

interface Point {
  readonly name: string;
  readonly coverage: number;
}

function studyLayout([name, layout]: readonly [string, Layout], random: () => number): readonly Point[] {
  return Object.entries(BASES).flatMap(([base, rateOf]) =>
    Object.entries(EFFECTS).map(([effect, apply]) => {
      const rates = apply(layout.map((_, index) => rateOf(index, layout.length)));
      const draw = () =>
        stratifiedDifference(
          layout.map(([n1, n0], index) => ({
            treated: drawCounts(n1, rates.treated[index]!, random),
            control: drawCounts(n0, rates.control[index]!, random),
          })),
        );
      const study = { truth: trueDifference(layout, rates), repetitions: repetitionsFor(layout), draw, random };
      return { name: `${name}, ${base}, ${effect}`, coverage: simulateCoverage(study).coverage };
    }),
  );
}

function studyAll(seed: number) {
  const random = seededUniform(seed);
  const points = Object.entries(LAYOUTS).flatMap((layout) => studyLayout(layout, random));
  const average = points.reduce((sum, { coverage }) => sum + coverage, 0) / points.length;
  return { average, lowest: points.reduce((least, point) => (point.coverage < least.coverage ? point : least)) };
}

describe('stratifiedDifference, simulated', () => {
  it('covers at least 94 % on average and 90 % at any point of the grid', { timeout: 300_000 }, () => {
    const { average, lowest } = studyAll(20_260_401);
    expect(average).toBeGreaterThanOrEqual(0.94);
    expect(lowest.coverage, lowest.name).toBeGreaterThanOrEqual(0.9);
  });
});
