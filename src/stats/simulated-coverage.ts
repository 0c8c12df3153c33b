import { anytimeContrast, type ContrastTerm } from './anytime-contrast.ts';
import { anytimeWorlds, simulatePaths } from './anytime-coverage.ts';
import { cohenKappa } from './cohen-kappa.ts';
import { normalQuantile } from './distributions.ts';
import { gwetAgreement } from './gwet-agreement.ts';
import type { Interval } from './interval.ts';
import { meanInterval } from './mean-interval.ts';
import type { AgreementEstimate, RaterTable } from './rater-table.ts';
import { simulateCoverage } from './simulate-coverage.ts';
import { welchDifference } from './welch-difference.ts';

type Random = () => number;

export interface SimulatedPoint {
  readonly name: string;
  readonly coverage: number;
  /** How many simulated studies the coverage is a share of. */
  readonly draws: number;
}

/** What the docstring of an interval says that it covers: on average over its grid, and at any point of it. */
export interface DocumentedRange {
  readonly average: number;
  readonly lowest: number;
  readonly highest: number;
}

/** An interval of no counted rates, with worlds in which it is tried. */
export interface CoverageCheck {
  readonly name: string;
  readonly documented: DocumentedRange;
  readonly measure: (draws: number, random: Random) => readonly SimulatedPoint[];
}

/** The intervals that are tried; a test may hand in others. */
export interface SimulatedIntervals {
  readonly mean: (values: readonly number[]) => Interval | undefined;
  readonly welch: (treated: readonly number[], control: readonly number[]) => Interval | undefined;
  readonly kappa: (table: RaterTable) => AgreementEstimate;
  readonly gwet: (table: RaterTable) => AgreementEstimate;
  readonly anytime: (terms: readonly ContrastTerm[]) => Interval | undefined;
}

const intervalsTried: SimulatedIntervals = {
  mean: (values) => meanInterval(values),
  welch: (treated, control) => welchDifference(treated, control),
  kappa: (table) => cohenKappa(table),
  gwet: (table) => gwetAgreement(table),
  anytime: (terms) => anytimeContrast(terms),
};

function drawSample(size: number, spread: number, random: Random): readonly number[] {
  return Array.from({ length: size }, () => spread * normalQuantile(random() || Number.MIN_VALUE));
}

function coverMeans(interval: SimulatedIntervals['mean']): CoverageCheck['measure'] {
  return (draws, random) =>
    [2, 5, 30].map((size) => {
      const draw = () => interval(drawSample(size, 3, random));
      return { name: `${size} values`, draws, coverage: simulateCoverage({ truth: 0, repetitions: draws, draw, random }).coverage };
    });
}

/** Values of the treated arm, of the control arm, and how many times as far the latter spread. */
const MEANS = [
  [5, 5, 1],
  [5, 20, 4],
  [20, 5, 4],
  [30, 30, 9],
] as const;

function coverDifferencesOfMeans(interval: SimulatedIntervals['welch']): CoverageCheck['measure'] {
  return (draws, random) =>
    MEANS.map(([treated, control, spread]) => {
      const draw = () => interval(drawSample(treated, 1, random), drawSample(control, spread, random));
      const { coverage } = simulateCoverage({ truth: 0, repetitions: draws, draw, random });
      return { name: `${treated} and ${control} values, spread 1 and ${spread}`, draws, coverage };
    });
}

/** Two raters of two labels who are right in the same share of items. */
interface RaterWorld {
  readonly items: number;
  /** The share of items that the first label is true of. */
  readonly prevalence: number;
  readonly right: number;
}

const raterWorlds = (items: readonly number[], prevalences: readonly number[]): readonly RaterWorld[] =>
  items.flatMap((size) => prevalences.flatMap((prevalence) => [0.75, 0.9, 0.99].map((right) => ({ items: size, prevalence, right }))));

/** The chance of each cell of the raters' table, row by row. */
function cellChances({ prevalence, right }: RaterWorld): readonly number[] {
  const given = (isSaid: boolean, isTrue: boolean) => (isSaid === isTrue ? right : 1 - right);
  const both = (first: boolean, second: boolean) =>
    prevalence * given(first, true) * given(second, true) + (1 - prevalence) * given(first, false) * given(second, false);
  return [both(true, true), both(true, false), both(false, true), both(false, false)];
}

const asTable = (cells: readonly number[]): RaterTable => [cells.slice(0, 2), cells.slice(2)];

function drawRaterTable(items: number, chances: readonly number[], random: Random): RaterTable {
  const counts = [0, 0, 0, 0];
  for (let item = 0; item < items; item += 1) {
    let [at, cell] = [random(), 0];
    while (cell < 3 && at >= (chances[cell] ?? 0)) at -= chances[cell++] ?? 0;
    counts[cell] = (counts[cell] ?? 0) + 1;
  }
  return asTable(counts);
}

const estimated = (found: AgreementEstimate) => (found.kind === 'estimated' ? found : undefined);

/** A table so large that its shares are the chances has the true agreement. */
const LARGE = 1e12;

function coverAgreement(measure: SimulatedIntervals['kappa'], worlds: readonly RaterWorld[]): CoverageCheck['measure'] {
  return (draws, random) =>
    worlds.map((world) => {
      const chances = cellChances(world);
      const truth = estimated(measure(asTable(chances.map((chance) => Math.round(chance * LARGE)))))?.value ?? Number.NaN;
      const draw = () => estimated(measure(drawRaterTable(world.items, chances, random)));
      const { coverage, without } = simulateCoverage({ truth, repetitions: draws, draw, random });
      const name = `${world.items} items, ${100 * world.prevalence} % of one label, right in ${100 * world.right} %`;
      return { name, draws: draws - without, coverage };
    });
}

/** A path has up to as many looks as blocks, so there are fewer of them. */
const DRAWS_OF_A_PATH = 50;
const BLOCKS_OF_A_PATH = 60;

function coverPaths(interval: SimulatedIntervals['anytime']): CoverageCheck['measure'] {
  return (draws, random) =>
    anytimeWorlds.map((world) => {
      const paths = Math.ceil(draws / DRAWS_OF_A_PATH);
      const { coverage } = simulatePaths({ world, blocks: BLOCKS_OF_A_PATH, paths, random, interval });
      return { name: world.name, draws: paths, coverage };
    });
}

/** Intervals of means, of agreements and of looks without end, each beside what it is documented to cover at 95 %. */
export function simulatedCoverageChecks(tried: Partial<SimulatedIntervals> = {}): readonly CoverageCheck[] {
  const { mean, welch, kappa, gwet, anytime } = { ...intervalsTried, ...tried };
  const rare = [0.05];
  return [
    { name: 't interval of a mean', documented: { average: 0.95, lowest: 0.95, highest: 0.95 }, measure: coverMeans(mean) },
    {
      name: "Welch's difference of means",
      documented: { average: 0.95, lowest: 0.95, highest: 0.96 },
      measure: coverDifferencesOfMeans(welch),
    },
    {
      name: "Cohen's kappa, 50 items and more",
      documented: { average: 0.94, lowest: 0.88, highest: 1 },
      measure: coverAgreement(kappa, raterWorlds([50, 150], [...rare, 0.5])),
    },
    {
      name: "Cohen's kappa, 20 items, a rare label",
      documented: { average: 0.83, lowest: 0.67, highest: 1 },
      measure: coverAgreement(kappa, raterWorlds([20], rare)),
    },
    {
      name: "Gwet's AC1",
      documented: { average: 0.95, lowest: 0.94, highest: 1 },
      measure: coverAgreement(gwet, raterWorlds([20, 50, 150], [...rare, 0.5])),
    },
    { name: 'anytime-valid, every look at once', documented: { average: 0.95, lowest: 0.95, highest: 1 }, measure: coverPaths(anytime) },
  ];
}

/** Standard errors of the simulation that a coverage may lie off what is documented. */
const LET_OFF = 4;
const marginOf = (share: number, draws: number) => LET_OFF * Math.sqrt((share * (1 - share)) / draws);

/** The coverage over the grid and its ends. A point that covers too little or too much, or without any interval, is not documented. */
export function summariseSimulated({ average, lowest, highest }: DocumentedRange, points: readonly SimulatedPoint[]) {
  const [first] = points;
  if (first === undefined) throw new RangeError('the grid must hold at least one point');
  const mean = points.reduce((sum, { coverage }) => sum + coverage, 0) / points.length;
  const draws = points.reduce((sum, point) => sum + point.draws, 0);
  const isOff = ({ coverage, draws: ofPoint }: SimulatedPoint) =>
    !(coverage >= lowest - marginOf(lowest, ofPoint) && coverage <= highest + marginOf(highest, ofPoint));
  return {
    points: points.length,
    average: mean,
    lowest: points.reduce((least, point) => (point.coverage < least.coverage ? point : least), first),
    highest: points.reduce((most, point) => (point.coverage > most.coverage ? point : most), first),
    off: points.filter(isOff),
    isDocumented: mean >= average - marginOf(average, draws) && !points.some(isOff),
  };
}
