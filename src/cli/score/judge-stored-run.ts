import { resolve } from 'node:path';
import { judgeLabels, type JudgeLabel } from '../../core/judgement.ts';
import type { Cell } from '../../core/trial.ts';
import type { RunRecord, Store } from '../../core/ports/store.ts';
import type { ArmGuess } from '../../estimates/judged/judged-results.ts';
import { readJudgements } from '../../estimates/judged/judgement-table.ts';
import { toExhibit } from '../../judges/to-exhibit.ts';
import { renderTextTable } from '../../report/render-tables.ts';
import { judgeInterviews } from '../../runner/judge-interviews.ts';
import { judgeRun, type JudgeProgress, type JudgeRunEnding } from '../../runner/judge-run.ts';
import type { Plan } from '../../runner/plan.ts';
import type { SpendingWatch } from '../../runner/spending-watch.ts';
import { storedPlan } from '../../runner/stored-plan.ts';
import { exitCodes, type CliContext } from '../context.ts';
import { describeCost } from '../describe-spending.ts';
import { loadScenarios } from '../load-scenarios.ts';
import { nextSteps } from '../next-steps.ts';
import { findStoredRun } from '../stored-runs.ts';
import { breathe, every } from '../system-clock.ts';
import {
  disagreementsOf,
  disagreementTables,
  guessesIn,
  guessTables,
  tallyJudgements,
  tallyTable,
  type Disagreement,
  type LabelTally,
} from './judgement-tables.ts';
import { judgeName, openJudges, type OpenedJudges } from './open-judges.ts';
import type { ScoreFlags } from './score-options.ts';

const SCHEMA_VERSION = 1;
const TELL_MS = 10_000;

interface Scoring extends OpenedJudges {
  readonly store: Store;
  readonly run: RunRecord;
  readonly plan: Plan;
  readonly labels: readonly JudgeLabel[];
  readonly flags: ScoreFlags;
  readonly context: CliContext;
}

function announce({ run, judges, labels, flags, context }: Scoring): void {
  if (flags.json) {
    const who = judges.map(({ judge, version }) => ({ judge, version }));
    context.out(JSON.stringify({ schemaVersion: SCHEMA_VERSION, type: 'launch', run: run.id, judges: who, labels }));
    return;
  }
  context.tell(`Run ${run.id} is judged by ${judges.map(({ judge }) => judgeName(judge)).join(' and ')}: ${labels.join(', ')}.`);
}

const describeProgress = ({ asked, trials, unscored }: JudgeProgress, spending: SpendingWatch) =>
  `${asked} questions asked of ${trials} trials, ${unscored} unscored, ${describeCost(spending)}`;

async function carryOut(scoring: Scoring): Promise<JudgeRunEnding> {
  const { store, run, plan, judges, labels, flags, context, concurrency } = scoring;
  let latest: JudgeProgress | undefined;
  const ticking = every(TELL_MS, () => {
    if (latest && !flags.json) context.tell(describeProgress(latest, scoring.spending));
  });
  try {
    return await judgeRun({
      run: run.id,
      plan,
      store,
      clock: context.clock,
      signal: context.catchInterrupts(),
      judges,
      exhibitOf: toExhibit,
      labels,
      isAgain: flags.again,
      limit: flags.limit,
      armGuesses: flags.guessArms,
      measuresLeniency: flags.leniency,
      concurrency,
      onProgress: (progress) => (latest = progress),
      breathe,
    });
  } finally {
    ticking.stop();
  }
}

/** What was answered in interviews is judged too, apart from the trials. */
async function judgeAnswers(ended: JudgeRunEnding, scoring: Scoring): Promise<JudgeRunEnding> {
  if (ended.ending !== 'finished' || ended.down.size > 0) return ended;
  const { store, run, plan, judges, labels, flags, context, concurrency } = scoring;
  const { asked, ending, down } = await judgeInterviews({
    run: run.id,
    plan,
    store,
    clock: context.clock,
    signal: context.catchInterrupts(),
    judges,
    exhibitOf: toExhibit,
    labels,
    isAgain: flags.again,
    concurrency,
    onDamage: (because) => context.tell(`Answers of an interview are not judged: ${because}.`),
  });
  if (asked > 0 && !flags.json) context.tell(`${asked} questions asked of the answers given in interviews, apart from the trials.`);
  return { ...ended, ending, down };
}

/** Judges that were asked and gave nothing that could be used. */
function silentJudges(tallies: readonly LabelTally[]): readonly string[] {
  const byJudge = Map.groupBy(tallies, ({ judge }) => judge);
  return [...byJudge].flatMap(([judge, own]) => {
    const sum = (pick: (tally: LabelTally) => number) => own.reduce((total, tally) => total + pick(tally), 0);
    return sum(({ unscored }) => unscored) > 0 && sum(({ judged, abstained }) => judged + abstained) === 0 ? [judge] : [];
  });
}

function exitCodeOf({ ending, down, damaged }: JudgeRunEnding, silent: readonly string[]): number {
  if (ending === 'interrupted') return exitCodes.interrupted;
  if (down.size > 0 || damaged.length > 0) return exitCodes.infrastructure;
  return silent.length > 0 ? exitCodes.failures : exitCodes.done;
}

/** What a reader must know of how it went: who never answered, what is left, what could not be judged. */
function wordsOn(ended: JudgeRunEnding, silent: readonly string[], spending: SpendingWatch): readonly string[] {
  const { ending, down, changedTrials, damaged, progress } = ended;
  const isIdle = ending === 'finished' && progress.asked === 0 && damaged.length + changedTrials + down.size === 0;
  return [
    `${describeProgress(progress, spending)}.`,
    ...(isIdle
      ? ['Nothing was left to ask: it is answered already (--again asks anew), or no completed trial calls for these labels.']
      : []),
    ...[...down].map(
      ([judge, because]) => `${judgeName(judge)} never answered and was given up: ${because}. The same command asks it again.`,
    ),
    ...silent
      .filter((judge) => !down.has(judge))
      .map((judge) => `${judgeName(judge)} never gave an answer that could be read: all of its judgements are unscored.`),
    ...(changedTrials > 0
      ? [`${changedTrials} trials were shown other texts than the library has now, so what to hide of them is not known: not judged.`]
      : []),
    ...(damaged.length > 0 ? [`${damaged.length} trials are not judged, since they cannot be read: ${damaged[0]}.`] : []),
    ...(ending === 'interrupted' ? ['Interrupted: what was concluded is kept. The same command goes on from here.'] : []),
    ...(ending === 'budget-spent' ? ['Stopped at the budget: what was concluded is kept. The same command goes on from here.'] : []),
  ];
}

/** The cell of each completed trial. */
async function completedCells({ store, run, plan }: Scoring): Promise<ReadonlyMap<string, Cell>> {
  const cells = new Map(plan.cells.map((cell) => [cell.id, cell]));
  const completed = new Map<string, Cell>();
  for await (const { outcome, trial, cell: id } of store.records(run.id)) {
    const cell = cells.get(id);
    if (cell && outcome.kind === 'completed') completed.set(trial, cell);
  }
  return completed;
}

interface Shown {
  readonly ended: JudgeRunEnding;
  readonly tallies: readonly LabelTally[];
  readonly disagreements: readonly Disagreement[];
  readonly guesses: readonly ArmGuess[];
  readonly silent: readonly string[];
}

function present({ run, flags, context, spending }: Scoring, { ended, tallies, disagreements, guesses, silent }: Shown): void {
  if (flags.json) {
    const { ending, progress, changedTrials, damaged, down } = ended;
    const spent = { ...spending.spent, knownUsd: spending.knownUsd(), costUsd: spending.costUsd() };
    const counts = { ...progress, ...spent, changedTrials, damaged, down: Object.fromEntries(down) };
    context.out(
      JSON.stringify({ schemaVersion: SCHEMA_VERSION, type: 'done', run: run.id, ending, ...counts, tallies, disagreements, guesses }),
    );
    return;
  }
  const tables = [...(tallies.length === 0 ? [] : [tallyTable(tallies)]), ...disagreementTables(disagreements), ...guessTables(guesses)];
  for (const table of tables) context.out(`${renderTextTable(table)}\n`);
  for (const line of wordsOn(ended, silent, spending)) context.tell(line);
  const steps = [
    ['label', "corrects a judge's rates by labels of yours"],
    ['report', 'writes it all as a page'],
  ] as const;
  const isJudged = tallies.some(({ judged }) => judged > 0);
  for (const line of isJudged ? nextSteps({ programName: context.programName, run: run.id, flags, steps }) : []) context.tell(line);
}

/** Judges a stored run and says what was concluded: an exit code. */
export async function judgeStoredRun(
  store: Store,
  id: string | undefined,
  given: { flags: ScoreFlags; context: CliContext },
): Promise<number> {
  const { flags, context } = given;
  const run = await findStoredRun(store, id);
  const library = await loadScenarios(flags.scenarioFile.map((file) => resolve(file)));
  const labels = flags.label.length === 0 ? judgeLabels : judgeLabels.filter((label) => flags.label.includes(label));
  const scoring: Scoring = { ...openJudges(flags, context), store, run, plan: storedPlan(run, library), labels, flags, context };
  announce(scoring);
  const completed = await completedCells(scoring);
  if (completed.size === 0) context.tell('No trial of this run is completed, so there is nothing to judge.');
  const ended = await judgeAnswers(await carryOut(scoring), scoring);
  const table = await readJudgements(store.judgements(run.id));
  const tallies = tallyJudgements(table, scoring.judges, labels);
  const silent = silentJudges(tallies.filter(({ judge }) => scoring.judges.some((one) => one.judge === judge)));
  const disagreements = disagreementsOf(table, scoring.judges, labels);
  const guesses = guessesIn(table, scoring.judges, (trial) => completed.get(trial));
  present(scoring, { ended, tallies, disagreements, guesses, silent });
  return exitCodeOf(ended, silent);
}
