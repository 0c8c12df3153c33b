import type { CompositePoint } from './composite-coverage.ts';
import type { RateTerm } from './constrained-rates.ts';
import { differenceOfDifferences } from './difference-of-differences.ts';
import { drawCounts } from './draw-counts.ts';
import { newcombeDifference } from './newcombe-difference.ts';
import { pooledDifference } from './pooled-difference.ts';
import { stratifiedDifference } from './stratified-difference.ts';
import type { Stratum } from './stratum.ts';
import { weightedMeanOfDifferences } from './weighted-mean-of-differences.ts';

/** An estimate that is put together from several tables, with the grid on which its interval is tried. */
export interface CompositeEstimate {
  readonly name: string;
  readonly points: readonly CompositePoint[];
}

/** True rates block by block. */
type RateOf = (block: number, blocks: number) => number;
type Random = () => number;

const logistic = (logOdds: number) => 1 / (1 + Math.exp(-logOdds));
/** Log odds spread evenly about 0, in an order that puts unlike blocks side by side. */
const spread =
  (width: number): RateOf =>
  (block, blocks) =>
    logistic(width * ((2 * ((block * 7) % blocks) + 1) / blocks - 1));

const BASES: Readonly<Record<string, RateOf>> = {
  '2 %': () => 0.02,
  '10 %': () => 0.1,
  '30 %': () => 0.3,
  '50 %': () => 0.5,
  'blocks from 8 to 92 %': spread(2.5),
  'blocks of 2 or 98 %': (block) => (block % 2 === 0 ? 0.02 : 0.98),
};
const DIFFERENCES = [0, 0.1, 0.3, 0.6, 0.8, 0.94];
/** How many blocks, and how many trials of each arm in one. */
const LAYOUTS = [
  [5, 1],
  [10, 1],
  [20, 1],
  [30, 1],
  [50, 1],
  [12, 2],
  [5, 3],
  [3, 10],
  [2, 20],
] as const;

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** An arm's strata thrown together, which is right where each has as many trials. */
function together(strata: readonly Stratum[], arm: 'treated' | 'control', coefficient: number): RateTerm {
  const size = strata.reduce((sum, stratum) => sum + stratum[arm].trials, 0);
  return { coefficient, rate: strata.reduce((sum, stratum) => sum + stratum[arm].successes, 0) / size, size };
}

const bothArms = (strata: readonly Stratum[], coefficient: number) => [
  together(strata, 'treated', coefficient),
  together(strata, 'control', -coefficient),
];

/** The true rates of both arms in each block: the control rate is lowered where the difference leaves no room above it. */
function trueRates(base: RateOf, difference: number, blocks: number) {
  return Array.from({ length: blocks }, (_, block) => {
    const control = Math.min(base(block, blocks), 1 - difference);
    return { control, treated: control + difference };
  });
}

function drawStrata(rates: ReturnType<typeof trueRates>, trials: number, random: Random): readonly Stratum[] {
  return rates.map(({ treated, control }) => ({
    treated: drawCounts(trials, treated, random),
    control: drawCounts(trials, control, random),
  }));
}

function stratifiedPoints(): readonly CompositePoint[] {
  return LAYOUTS.flatMap(([blocks, trials]) =>
    Object.entries(BASES).flatMap(([base, rate]) =>
      DIFFERENCES.map((difference): CompositePoint => {
        const rates = trueRates(rate, difference, blocks);
        return {
          name: `${blocks} blocks of ${trials}:${trials}, ${base}, difference ${difference}`,
          truth: difference,
          draw(random) {
            const strata = drawStrata(rates, trials, random);
            return { interval: stratifiedDifference(strata), rates: bothArms(strata, 1) };
          },
        };
      }),
    ),
  );
}

/** Groups whose base rates and differences lie apart by these shares. */
const DISAGREEMENTS = [
  [0, 0],
  [1, 0],
  [0.5, 1],
] as const;

interface GroupShape {
  readonly groups: number;
  readonly baseRate: number;
  readonly difference: number;
  readonly disagreement: (typeof DISAGREEMENTS)[number];
}

function groupRates({ groups, baseRate, difference, disagreement: [ofBase, ofDifference] }: GroupShape) {
  return Array.from({ length: groups }, (_, group) => {
    const lean = (2 * group + 1) / groups - 1;
    const control = baseRate * (1 + ofBase * lean);
    return { control, treated: Math.min(1, control + difference * (1 - ofDifference * lean)) };
  });
}

const GROUP_SHAPES: readonly GroupShape[] = [2, 4, 8].flatMap((groups) =>
  [0.03, 0.1, 0.3, 0.5].flatMap((baseRate) =>
    [0, 0.1, 0.4].flatMap((difference) => DISAGREEMENTS.map((disagreement) => ({ groups, baseRate, difference, disagreement }))),
  ),
);

const nameOf = ({ groups, baseRate, difference, disagreement }: GroupShape, what: string) =>
  `${groups} groups of ${what}, base ${baseRate}, difference ${difference}, apart by ${disagreement.join(' and ')}`;

function pooledPoints(): readonly CompositePoint[] {
  const layouts = [[5, 1] as const, [10, 1] as const, [25, 1] as const, [1, 10] as const, [3, 3] as const];
  return layouts.flatMap(([blocks, trials]) =>
    GROUP_SHAPES.map((shape): CompositePoint => {
      const rates = groupRates(shape);
      return {
        name: nameOf(shape, `${blocks} blocks of ${trials}:${trials}`),
        truth: mean(rates.map(({ treated, control }) => treated - control)),
        draw(random) {
          const groups = rates.map((rate) =>
            drawStrata(
              Array.from({ length: blocks }, () => rate),
              trials,
              random,
            ),
          );
          return { interval: pooledDifference(groups), rates: groups.flatMap((strata) => bothArms(strata, 1 / groups.length)) };
        },
      };
    }),
  );
}

function weightedMeanPoints(): readonly CompositePoint[] {
  return [10, 25].flatMap((trials) =>
    GROUP_SHAPES.map((shape): CompositePoint => {
      const rates = groupRates(shape);
      return {
        name: nameOf(shape, `${trials} trials an arm`),
        truth: mean(rates.map(({ treated, control }) => treated - control)),
        draw(random) {
          const groups = drawStrata(rates, trials, random);
          const effects = groups.flatMap(({ treated, control }) => newcombeDifference(treated, control) ?? []);
          return { interval: weightedMeanOfDifferences(effects), rates: groups.flatMap((group) => bothArms([group], 1 / groups.length)) };
        },
      };
    }),
  );
}

const EFFECT_RATES = [0.02, 0.1, 0.3, 0.5, 0.8];
const EFFECTS = EFFECT_RATES.flatMap((treated) => EFFECT_RATES.map((control) => ({ treated, control })));
/** Blocks of the first effect and of the second; in every other block the odds are eight times as high. */
const BLOCK_PAIRS = [
  [8, 8],
  [10, 10],
  [10, 30],
  [20, 20],
  [50, 50],
] as const;

function inBlocks({ treated, control }: (typeof EFFECTS)[number], blocks: number) {
  const moved = (rate: number, block: number) => (block % 2 === 0 ? (8 * rate) / (1 + 7 * rate) : rate);
  return Array.from({ length: blocks }, (_, block) => ({ treated: moved(treated, block), control: moved(control, block) }));
}

function differenceOfDifferencesPoints(): readonly CompositePoint[] {
  return BLOCK_PAIRS.flatMap(([one, two]) =>
    EFFECTS.map((first, index): CompositePoint => {
      const second = EFFECTS[(index * 11 + 5) % EFFECTS.length] ?? first;
      const rates = [inBlocks(first, one), inBlocks(second, two)] as const;
      const [truthOne, truthTwo] = rates.map((blocks) => mean(blocks.map(({ treated, control }) => treated - control)));
      return {
        name: `${one} and ${two} blocks of 1:1, ${first.treated} - ${first.control} against ${second.treated} - ${second.control}`,
        truth: (truthOne ?? 0) - (truthTwo ?? 0),
        draw(random) {
          const [a, b] = [drawStrata(rates[0], 1, random), drawStrata(rates[1], 1, random)];
          const [effectOne, effectTwo] = [stratifiedDifference(a), stratifiedDifference(b)];
          const interval = effectOne && effectTwo ? differenceOfDifferences(effectOne, effectTwo) : undefined;
          return { interval, rates: [...bothArms(a, 1), ...bothArms(b, -1)] };
        },
      };
    }),
  );
}

/** The estimates that are put together from several tables, each with its grid of true rates and numbers of trials. */
export function compositeEstimates(): readonly CompositeEstimate[] {
  return [
    { name: 'stratified difference over blocks', points: stratifiedPoints() },
    { name: 'pooled difference over groups', points: pooledPoints() },
    { name: 'difference of differences', points: differenceOfDifferencesPoints() },
    { name: 'weighted mean of differences', points: weightedMeanPoints() },
  ];
}
