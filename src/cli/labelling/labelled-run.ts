import { UsageError } from '../../core/errors.ts';
import type { Judged, Judgement, JudgeLabel, LabelValue } from '../../core/judgement.ts';
import type { Clock } from '../../core/ports/clock.ts';
import type { Exhibit } from '../../core/ports/judge.ts';
import type { RunRecord, Store } from '../../core/ports/store.ts';
import { labelsFor } from '../../estimates/judged/applicable-labels.ts';
import { createJudgedTrials, type JudgedTrial, type JudgedTrials } from '../../estimates/judged/judged-trials.ts';
import { isPerson, readJudgements, type JudgementColumn } from '../../estimates/judged/judgement-table.ts';
import { NOTHING, valueIn } from '../../estimates/judged/label-code.ts';
import { drawLabels, turnsOf, type LabelDraw, type LabelStratum, type LabelTurn } from '../../estimates/judged/label-draw.ts';
import { toExhibit } from '../../judges/to-exhibit.ts';
import { currentRecords } from '../../runner/current-records.ts';
import { caseOf } from '../../runner/judge-run.ts';
import { scenarioOf } from '../../runner/scenario-library.ts';
import type { Plan } from '../../runner/plan.ts';
import { knownNames } from '../../util/nearest-name.ts';

/** A stored run that people are to label. */
export interface LabelSource {
  readonly store: Store;
  readonly run: RunRecord;
  readonly plan: Plan;
  readonly clock: Clock;
}

/** Which judge's answers on which label are to be checked by people, and who labels. */
export interface LabelTask {
  readonly label: JudgeLabel;
  readonly person: string;
  readonly trials: JudgedTrials;
  readonly column: JudgementColumn;
  readonly draw: LabelDraw;
  /** The trials of the sample, in the order in which they are shown. */
  readonly turns: readonly LabelTurn[];
}

export async function readTrials({ store, run, plan }: LabelSource): Promise<JudgedTrials> {
  const trials = createJudgedTrials({
    table: await readJudgements(store.judgements(run.id)),
    arms: plan.arms,
    applicable: (record, scenario) => labelsFor(record, scenarioOf(plan.library, scenario)),
    protective: (scenario) => scenarioOf(plan.library, scenario).protective,
  });
  for await (const record of currentRecords({ store, run: run.id, plan })) trials.enter(record);
  return trials;
}

/**
 * The judge's column that is to be checked.
 * @throws UsageError where nothing was judged, or where it is not clear by whom or on what
 */
export function chooseColumn(
  trials: JudgedTrials,
  asked: { readonly label?: string | undefined; readonly judge?: string | undefined },
): JudgementColumn {
  const columns = trials.table.columns.filter(({ judge, variant }) => variant === undefined && !isPerson(judge));
  if (columns.length === 0) throw new UsageError('no judge has read this run yet: let one do so with offswitch score, then label a sample');
  const pick = (what: 'label' | 'judge', among: readonly JudgementColumn[]) => {
    const known = [...new Set(among.map((column) => column[what]))];
    const wanted = asked[what] ?? (known.length === 1 ? known[0] : undefined);
    if (wanted === undefined) throw new UsageError(`say which ${what} is to be checked with --${what} (judged here: ${known.join(', ')})`);
    const found = among.filter((column) => column[what] === wanted);
    if (found.length === 0) throw new UsageError(`--${what} ${wanted}: nothing of it was judged in this run${knownNames(wanted, known)}`);
    return found;
  };
  const [column] = pick('judge', pick('label', columns));
  if (column === undefined) throw new UsageError('no judge has read this run yet: let one do so with offswitch score');
  return column;
}

/** Strata of the cells that have all of these words, such as `record=good`. @throws UsageError for words that no cell has */
function strataOfCells({ strata }: LabelDraw, words: string | undefined): readonly LabelStratum[] {
  const asked = words?.split(/\s+/).filter((word) => word !== '') ?? [];
  const found = strata.filter(({ arm }) => asked.every((word) => arm.cell.id.split(' ').includes(word)));
  if (found.length === 0)
    throw new UsageError(`--cell "${words ?? ''}": no judged cell has all of this, write it as in the report: record=good`);
  return found;
}

export interface TaskOptions {
  readonly label?: string | undefined;
  readonly judge?: string | undefined;
  readonly cell?: string | undefined;
  readonly person: string;
  readonly seed: string;
  readonly perStratum: number;
}

/** The sample of a run for one judge and label. @throws UsageError where it is not clear which */
export function labelTask(trials: JudgedTrials, { label, judge, cell, person, seed, perStratum }: TaskOptions): LabelTask {
  const column = chooseColumn(trials, { label, judge });
  const draw = drawLabels(trials, column, seed);
  const turns = [...turnsOf({ ...draw, strata: strataOfCells(draw, cell) }, perStratum)];
  if (turns.length === 0) throw new UsageError(`no trial of this run calls for the label ${column.label}: there is nothing to label`);
  return { label: column.label, person: `person:${person}`, trials, column, draw, turns };
}

/** Said before by this person: for this draw, or, on the same trial, for another one. */
export interface SaidBefore {
  readonly isInDraw: boolean;
  readonly value: LabelValue | undefined;
}

/** Undefined where this person has not labelled the trial. */
export function saidBefore({ trials, label, person, draw }: LabelTask, { row = -1 }: JudgedTrial): SaidBefore | undefined {
  const own = trials.table.draws.filter((column) => column.judge === person && column.label === label && column.codeAt(row) !== NOTHING);
  const found = own.find((column) => column.draw === draw.name) ?? own.at(-1);
  return found && { isInDraw: found.draw === draw.name, value: valueIn(label, found.codeAt(row)) };
}

/** The masked exhibit of a trial. @throws UsageError where the library has changed since: what to hide of it is not known */
export async function exhibitOf({ store, run, plan }: LabelSource, label: JudgeLabel, { arm, trial }: LabelTurn): Promise<Exhibit> {
  const place = { trial: trial.id, cell: arm.cell.id, subject: arm.subject, block: trial.block };
  const shown = await caseOf(place, { store, run: run.id, plan });
  if (shown) return toExhibit(shown, label);
  throw new UsageError(
    `trial ${trial.id.slice(0, 12)} cannot be shown: the texts of its scenario have changed since it ran, so what is to be masked is not known. Label it with the version that ran it`,
  );
}

/** A label as it is kept: for ever, with the draw that it was given for. */
export function labelJudgement(
  { label, person, draw }: LabelTask,
  { id, attempt }: JudgedTrial,
  given: { readonly judged: Judged; readonly atMs: number },
): Judgement {
  return {
    trial: id,
    attempt,
    label,
    judge: person,
    version: draw.name,
    isSimulated: false,
    judged: given.judged,
    judgedAt: new Date(given.atMs).toISOString(),
  };
}
