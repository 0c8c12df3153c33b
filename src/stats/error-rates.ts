import { benjaminiHochberg } from './benjamini-hochberg.ts';
import { boschlooTest } from './boschloo-test.ts';
import { constantSamplesTest } from './constant-samples-test.ts';
import { binomialProbability, normalQuantile, normalUpperTail } from './distributions.ts';
import { drawCounts } from './draw-counts.ts';
import { allPairCounts, chanceOfPairs } from './exact-pair-coverage.ts';
import { fisherExactTest } from './fisher-exact-test.ts';
import { gatekeepingAdjust } from './gatekeeping.ts';
import { holmAdjust } from './holm-adjust.ts';
import { mcnemarTest } from './mcnemar-test.ts';
import { tOverGroups } from './t-over-groups.ts';

type Random = () => number;

/** How often a method errs at one point of its grid. */
export interface ErrorPoint {
  readonly name: string;
  readonly rate: number;
}

/** A method that promises how often it errs at most, and how to see it. */
export interface ErrorRateCheck {
  readonly name: string;
  /** What errs: a rejected true null, a family with one, a false share of the findings, an interval that misses. */
  readonly what: string;
  /** The largest rate that the method is documented to have. */
  readonly atMost: number;
  readonly isExact: boolean;
  /** Exact ones need neither draws nor chance. */
  readonly measure: (draws: number, random: Random) => readonly ErrorPoint[];
}

const LEVEL = 0.05;
const SHARED_RATES = [0.02, 0.1, 0.2, 0.3, 0.4, 0.5, 0.75, 0.9];
const upTo = (last: number) => Array.from({ length: last + 1 }, (_, k) => k);

function mcnemarSizes(isMidP: boolean): readonly ErrorPoint[] {
  return [10, 25, 50].flatMap((pairs) => {
    const rejected = allPairCounts(pairs).filter((counts) => mcnemarTest(counts, { isMidP }) <= LEVEL);
    return [0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5].map((chance) => ({
      name: `${pairs} pairs, ${chance} each way`,
      rate: rejected.reduce((sum, counts) => sum + chanceOfPairs(counts, [chance, chance]), 0),
    }));
  });
}

/** Of two independent arms with one rate. */
function sizesOf(test: typeof boschlooTest): readonly ErrorPoint[] {
  return (
    [
      [10, 10],
      [20, 20],
      [12, 25],
    ] as const
  ).flatMap(([first, second]) => {
    const tables = upTo(first).flatMap((a) => upTo(second).map((b) => ({ a, b })));
    const rejected = tables.filter(({ a, b }) => {
      const pValue = test({ successes: a, trials: first }, { successes: b, trials: second });
      return pValue !== undefined && pValue <= LEVEL;
    });
    return SHARED_RATES.map((rate) => ({
      name: `${first} and ${second} trials, rate ${rate}`,
      rate: rejected.reduce((sum, { a, b }) => sum + binomialProbability(a, first, rate) * binomialProbability(b, second, rate), 0),
    }));
  });
}

/** Scores of two values: the chance that each sample has one of them throughout and the test rejects. */
function constantSizes(): readonly ErrorPoint[] {
  return (
    [
      [2, 8],
      [4, 4],
      [5, 20],
    ] as const
  ).flatMap(([first, second]) => {
    const pValue = constantSamplesTest(Array<number>(first).fill(1), Array<number>(second).fill(0));
    const isRejected = pValue !== undefined && pValue <= LEVEL;
    return SHARED_RATES.map((rate) => ({
      name: `${first} and ${second} scores, rate ${rate}`,
      rate: isRejected ? rate ** first * (1 - rate) ** second + (1 - rate) ** first * rate ** second : 0,
    }));
  });
}

/** Families of hypotheses: which nulls are true, and how strongly their test statistics move together. */
interface Families {
  readonly name: string;
  readonly isTrueNull: readonly (readonly boolean[])[];
  readonly correlation: number;
}

const [TRUE, FALSE] = [true, false];
const FAMILIES: readonly Families[] = [0, 0.7].flatMap((correlation) =>
  [
    { name: 'all nulls true', isTrueNull: [[TRUE], [TRUE, TRUE, TRUE], [TRUE, TRUE]] },
    { name: 'the first family has effects', isTrueNull: [[FALSE], [TRUE, TRUE, TRUE], [TRUE, TRUE]] },
    { name: 'effects and nulls in each', isTrueNull: [[FALSE], [FALSE, TRUE, FALSE], [TRUE, FALSE, TRUE, FALSE]] },
    { name: 'a null beside an effect in each', isTrueNull: Array.from({ length: 4 }, () => [FALSE, TRUE]) },
    { name: 'effects last only', isTrueNull: [[TRUE], [TRUE, TRUE], [FALSE, FALSE]] },
  ].map(({ name, isTrueNull }) => ({ name: `${name}, correlation ${correlation}`, isTrueNull, correlation })),
);

/** Standard errors by which a real effect moves its statistic. */
const EFFECT = 3;
const drawNormal = (random: Random) => normalQuantile((random() * (2 ** 32 - 1) + 0.5) / 2 ** 32);

function drawPValues({ isTrueNull, correlation }: Families, random: Random): readonly (readonly number[])[] {
  const shared = drawNormal(random) * Math.sqrt(correlation);
  return isTrueNull.map((family) =>
    family.map((isNull) => {
      const z = shared + drawNormal(random) * Math.sqrt(1 - correlation) + (isNull ? 0 : EFFECT);
      return Math.min(1, 2 * normalUpperTail(Math.abs(z)));
    }),
  );
}

/** The mean, over draws, of what the false findings come to: 1 for any (a family), or their share of all findings. */
function falseFindings(
  adjust: (families: readonly (readonly number[])[]) => readonly number[],
  count: (falseOnes: number, all: number) => number,
): ErrorRateCheck['measure'] {
  return (draws, random) =>
    FAMILIES.map((families) => {
      const isNull = families.isTrueNull.flat();
      let sum = 0;
      for (let draw = 0; draw < draws; draw += 1) {
        const found = adjust(drawPValues(families, random)).map((p) => p <= LEVEL);
        const falseOnes = found.filter((isFound, index) => isFound && isNull[index]).length;
        sum += count(falseOnes, found.filter(Boolean).length);
      }
      return { name: families.name, rate: sum / draws };
    });
}

const anyFalse = (falseOnes: number) => (falseOnes > 0 ? 1 : 0);
const falseShare = (falseOnes: number, all: number) => (all === 0 ? 0 : falseOnes / all);

interface Wordings {
  readonly groups: number;
  readonly base: number;
  readonly effect: number;
  readonly isAlike: boolean;
}

const WORDINGS: readonly Wordings[] = [6, 8, 12].flatMap((groups) =>
  [0.1, 0.5].flatMap((base) => [0, 0.3].flatMap((effect) => [true, false].map((isAlike) => ({ groups, base, effect, isAlike })))),
);
const TRIALS_OF_A_WORDING = 12;

function missesOverGroups(draws: number, random: Random): readonly ErrorPoint[] {
  return WORDINGS.map(({ groups, base, effect, isAlike }) => {
    let missed = 0;
    for (let draw = 0; draw < draws; draw += 1) {
      const differences = Array.from({ length: groups }, () => {
        const own = isAlike ? effect : 2 * effect * random();
        const arms = [base + own, base].map((rate) => drawCounts(TRIALS_OF_A_WORDING, Math.min(1, rate), random).successes);
        return ((arms[0] ?? 0) - (arms[1] ?? 0)) / TRIALS_OF_A_WORDING;
      });
      const found = tOverGroups(differences);
      if (found === undefined || found.low > effect || found.high < effect) missed += 1;
    }
    return { name: `${groups} wordings, base ${base}, effect ${effect} ${isAlike ? 'in each' : 'on average'}`, rate: missed / draws };
  });
}

/** Tests, adjusted p-values and the interval for new wordings, each with what it promises at 5 %. */
export function errorRateChecks(): readonly ErrorRateCheck[] {
  const adjusted = { what: 'families with a false finding', atMost: LEVEL, isExact: false };
  const flat = (adjust: (pValues: readonly number[]) => readonly number[]) => (families: readonly (readonly number[])[]) =>
    adjust(families.flat());
  return [
    { name: 'exact McNemar', what: 'true nulls rejected', atMost: LEVEL, isExact: true, measure: () => mcnemarSizes(false) },
    { name: 'McNemar, mid-p', what: 'true nulls rejected', atMost: 0.065, isExact: true, measure: () => mcnemarSizes(true) },
    { name: 'Boschloo', what: 'true nulls rejected', atMost: LEVEL, isExact: true, measure: () => sizesOf(boschlooTest) },
    { name: 'Fisher', what: 'true nulls rejected', atMost: LEVEL, isExact: true, measure: () => sizesOf(fisherExactTest) },
    { name: 'samples without spread', what: 'true nulls rejected', atMost: LEVEL, isExact: true, measure: constantSizes },
    { name: 'Holm', ...adjusted, measure: falseFindings(flat(holmAdjust), anyFalse) },
    { name: 'gatekeeping', ...adjusted, measure: falseFindings((families) => gatekeepingAdjust(families).flat(), anyFalse) },
    {
      ...adjusted,
      name: 'Benjamini-Hochberg',
      what: 'false share of findings',
      measure: falseFindings(flat(benjaminiHochberg), falseShare),
    },
    { name: 't over groups', what: 'intervals that miss', atMost: 0.065, isExact: false, measure: missesOverGroups },
  ];
}

/** The highest rate of error; a simulated one is let off by four standard errors of its simulation. */
export function summariseErrors(check: ErrorRateCheck, points: readonly ErrorPoint[], draws: number) {
  const [first] = points;
  if (first === undefined) throw new RangeError('the grid must hold at least one point');
  const highest = points.reduce((most, point) => (point.rate > most.rate ? point : most), first);
  const margin = check.isExact ? 1e-9 : 4 * Math.sqrt((check.atMost * (1 - check.atMost)) / draws);
  return { points: points.length, highest, isWithin: highest.rate <= check.atMost + margin };
}
