import { anytimeContrast, type ContrastTerm } from './anytime-contrast.ts';
import { drawCounts } from './draw-counts.ts';
import type { Interval } from './interval.ts';
import type { Stratum } from './stratum.ts';

/** The true rates of both arms of one difference in one wording. */
export interface TwinRates {
  readonly treated: number;
  readonly control: number;
}

/** True rates of a contrast: of each of its differences, the first less the others, wording by wording. */
export interface AnytimeWorld {
  readonly name: string;
  readonly differences: readonly (readonly TwinRates[])[];
  /** The share of trials without a score. */
  readonly unscored: number;
}

const constant = (treated: number, control: number): readonly TwinRates[] => [{ treated, control }];
const wordings = (rates: readonly (readonly [number, number])[]) => rates.map(([treated, control]) => ({ treated, control }));
const unlike = wordings([
  [0.9, 0.1],
  [0.1, 0.1],
  [0.5, 0.7],
  [0.2, 0],
  [1, 0.6],
  [0.4, 0.4],
]);

/** No effect at all, where it is rare and where it is common; effects; and effects that wordings turn round. */
export const anytimeWorlds: readonly AnytimeWorld[] = [
  { name: 'no effect at 50 %', differences: [constant(0.5, 0.5)], unscored: 0 },
  { name: 'no effect at 2 %', differences: [constant(0.02, 0.02)], unscored: 0 },
  { name: 'no effect at 20 %, a tenth unscored', differences: [constant(0.2, 0.2)], unscored: 0.1 },
  { name: 'all against none', differences: [constant(1, 0)], unscored: 0 },
  { name: '60 against 30 %', differences: [constant(0.6, 0.3)], unscored: 0 },
  { name: 'six unlike wordings', differences: [unlike], unscored: 0 },
  { name: 'a difference of two at 50 %', differences: [constant(0.5, 0.5), constant(0.5, 0.5)], unscored: 0 },
  { name: 'a difference of two, wordings unlike', differences: [unlike, constant(0.2, 0.05)], unscored: 0.05 },
];

export interface PathStudy {
  readonly world: AnytimeWorld;
  readonly blocks: number;
  readonly paths: number;
  /** Uniform in [0, 1), seeded by the caller. */
  readonly random: () => number;
  /** The interval that is looked at after every round; `anytimeContrast` unless another is given. */
  readonly interval?: (terms: readonly ContrastTerm[]) => Interval | undefined;
}

export interface PathCoverage {
  /** Share of paths none of whose intervals left the truth out. */
  readonly coverage: number;
  /** Of the intervals after the last block. */
  readonly meanWidth: number;
}

/** Limits that touch the truth but for rounding count as holding it. */
const ROUNDING = 1e-9;

const signOf = (index: number) => (index === 0 ? 1 : -1);

function truthOf({ differences }: AnytimeWorld): number {
  const means = differences.map((rates) => rates.reduce((sum, { treated, control }) => sum + treated - control, 0) / rates.length);
  return means.reduce((sum, mean, index) => sum + signOf(index) * mean, 0);
}

function drawBlock({ differences, unscored }: AnytimeWorld, block: number, random: () => number): readonly Stratum[] {
  const draw = (rate: number) => drawCounts(random() < unscored ? 0 : 1, rate, random);
  return differences.map((rates) => {
    const { treated, control } = rates[block % rates.length] as TwinRates;
    return { treated: draw(treated), control: draw(control) };
  });
}

/** One run that is looked at after every round of wordings: does every look hold the truth, and how wide is the last? */
function followPath({ world, blocks, random, interval = anytimeContrast }: PathStudy): { readonly holds: boolean; readonly width: number } {
  const round = Math.max(...world.differences.map((rates) => rates.length));
  const truth = truthOf(world);
  const drawn = Array.from({ length: blocks }, (_, block) => drawBlock(world, block, random));
  const look = (size: number) =>
    interval(world.differences.map((_, term) => ({ sign: signOf(term), strata: drawn.slice(0, size).map((of) => of[term] as Stratum) })));
  let [holds, width] = [true, Number.NaN];
  for (let size = round; size <= blocks; size += round) {
    const found = look(size);
    if (found === undefined) continue;
    width = found.high - found.low;
    holds &&= found.low <= truth + ROUNDING && truth <= found.high + ROUNDING;
  }
  return { holds, width };
}

/** How often an interval that is looked at again and again holds the truth every time. */
export function simulatePaths(study: PathStudy): PathCoverage {
  const paths = Array.from({ length: study.paths }, () => followPath(study));
  const width = paths.reduce((sum, path) => sum + path.width, 0);
  return { coverage: paths.filter(({ holds }) => holds).length / paths.length, meanWidth: width / paths.length };
}
