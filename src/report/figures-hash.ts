import { canonicalJson, contentHash } from '../util/content-hash.ts';
import type { EstimateLine } from './estimate-lines.ts';
import type { ReportStudy, RunReport } from './report-model.ts';

/** What the hash covers, in words. */
export const FIGURES_HASHED =
  'effects, rates, means, pooled effects, dispositions, the funnel, losses, controls, comprehension, what judges said and what was measured of them, interviews, and the analysis of the study where it was asked for';

/** What it does not. */
export const NOT_HASHED = 'dates, costs, tokens, versions, paths, examples and words';

/** Not figures, or of a day, a machine or a version of this program. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  'because',
  'interpretabilityBecause',
  'version',
  'judgeFacts',
  'modelVersions',
  'source',
  'notes',
  'shownArms',
  'shownBackground',
]);

const DIGITS = 10;

/** Last digits may differ between machines; lists are compared as sets, whatever order they come in. */
function figuresIn(value: unknown): unknown {
  if (typeof value === 'number') return Number(value.toPrecision(DIGITS));
  if (Array.isArray(value)) return value.map(figuresIn);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).flatMap(([key, own]) => (LEFT_OUT.has(key) ? [] : [[key, figuresIn(own)]])));
}

const asSet = (list: readonly unknown[]) => list.map((one) => canonicalJson(figuresIn(one))).sort();

const tally = (keys: readonly string[]) => Object.fromEntries([...Map.groupBy(keys, (key) => key)].map(([key, own]) => [key, own.length]));

function studyFigures({ analysis, comparison }: ReportStudy): unknown {
  const { trials, models, leftOut, funnel, cells, warts } = analysis;
  return figuresIn({
    trials,
    models,
    leftOut,
    funnel,
    cells,
    moved: warts.map(({ wart, moved }) => ({ wart, moved })),
    compared: comparison.cells,
  });
}

/** Every list of an object by its name, as a set. */
const setsIn = (given: object) =>
  Object.fromEntries(Object.entries(given).map(([name, list]) => [name, LEFT_OUT.has(name) ? [] : asSet([list].flat())]));

/** One hash of all figures that the report of a run prints: the same wherever and whenever they come out the same. */
export function figuresHash(report: Omit<RunReport, 'reproduction'>, estimates: readonly EstimateLine[]): string {
  const {
    run: _run,
    imported: _imported,
    examples: _examples,
    examplesLeftOut: _left,
    arms,
    judged,
    interviews,
    study,
    ...figures
  } = report;
  return contentHash({
    ...setsIn({ ...figures, arms: arms.map(({ label: _label, ...own }) => own), estimates }),
    judged: judged && setsIn(judged),
    interviews: tally(interviews.map(({ cell, subject, askedBy }) => `${cell} ${subject} ${askedBy}`)),
    study: study && studyFigures(study),
  });
}
