import { isPerson, type JudgementColumn } from './judgement-table.ts';
import type { JudgedArm, JudgedTrial, JudgedTrials } from './judged-trials.ts';
import type { JudgedQuestion } from './judged-results.ts';
import { answerIn, hasValue, NOTHING, type LabelCode } from './label-code.ts';
import { drawLabels, seedOfDraw, type LabelDraw, type LabelStratum } from './label-draw.ts';

/** One stratum of a draw with what people said of its first trials: a simple random sample of it. */
export interface SampledStratum {
  readonly code: LabelCode;
  readonly units: number;
  /** What each person said of each of the first trials. */
  readonly labelled: readonly (readonly LabelCode[])[];
}

/** People's labels of a run that may correct a judge's rates. */
export interface PeopleSample {
  readonly byArm: ReadonlyMap<JudgedArm, readonly SampledStratum[]>;
  /** Labels on trials that were not drawn in turn: chosen by somebody, and left out of every correction. */
  readonly outside: number;
}

const saidOf = ({ row }: JudgedTrial, columns: readonly JudgementColumn[]): readonly LabelCode[] =>
  row === undefined ? [] : columns.map((column) => column.codeAt(row)).filter((code) => code !== NOTHING);

/** The labels of the first trials up to the first that nobody labelled; labels behind it are outside. */
function sampleOf({ code, trials }: LabelStratum, columns: readonly JudgementColumn[]): SampledStratum & { readonly outside: number } {
  const said = trials.map((trial) => saidOf(trial, columns));
  const gap = said.findIndex((codes) => codes.length === 0);
  const labelled = gap < 0 ? said : said.slice(0, gap);
  const outside = said.slice(labelled.length).filter((codes) => codes.length > 0).length;
  return { code, units: trials.length, labelled, outside };
}

function sampleIn(draw: LabelDraw, columns: readonly JudgementColumn[]): PeopleSample {
  const strata = draw.strata.map((stratum) => ({ arm: stratum.arm, ...sampleOf(stratum, columns) }));
  const byArm = Map.groupBy(strata, ({ arm }) => arm);
  return { byArm, outside: strata.reduce((sum, { outside }) => sum + outside, 0) };
}

const sizeOf = ({ byArm }: PeopleSample) => [...byArm.values()].flat().reduce((sum, { labelled }) => sum + labelled.length, 0);

/** Labels by people of what this judge judged, drawn for it or not. */
function labelsBesides(columns: readonly JudgementColumn[], { arms }: JudgedTrials): number {
  return arms.reduce((sum, { trials }) => sum + trials.filter((trial) => saidOf(trial, columns).length > 0).length, 0);
}

/** What people labelled of one draw: what they gave out of turn for it is outside. */
export function sampleOfDraw({ table }: JudgedTrials, column: JudgementColumn, draw: LabelDraw): PeopleSample {
  const own = table.draws.filter((one) => one.label === column.label && one.draw === draw.name);
  return sampleIn(draw, own);
}

/**
 * The sample that people labelled for one judge and label: of the draw that was made from what is judged now, with the labels of all who
 * took part in it. Labels of a draw from other judgements, and labels out of turn, are counted and not used.
 */
export function peopleSample(trials: JudgedTrials, column: JudgementColumn): PeopleSample {
  const { draws, columns } = trials.table;
  const names = new Set(draws.filter(({ label }) => label === column.label).map(({ draw }) => draw));
  const current = [...names].flatMap((name) => {
    const seed = seedOfDraw(name, column.judge);
    const draw = seed === undefined ? undefined : drawLabels(trials, column, seed);
    return draw?.name === name ? [sampleOfDraw(trials, column, draw)] : [];
  });
  const [best] = current.toSorted((left, right) => sizeOf(right) - sizeOf(left));
  const byPeople = columns.filter(({ label, judge, variant }) => label === column.label && variant === undefined && isPerson(judge));
  const labelled = byPeople.length === 0 ? 0 : labelsBesides(byPeople, trials);
  return { byArm: best?.byArm ?? new Map(), outside: labelled - (best === undefined ? 0 : sizeOf(best)) };
}

/** What people found of one trial; undefined where they abstained or differ. */
export function truthIn(said: readonly LabelCode[], question: JudgedQuestion): boolean | undefined {
  const answers = said.filter(hasValue).map((code) => answerIn(code, question));
  return answers.every((answer) => answer === answers[0]) ? answers[0] : undefined;
}
