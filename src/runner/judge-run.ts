import { BudgetSpentError, InstrumentError, ProviderError, StoreError } from '../core/errors.ts';
import type { JudgeLabel, Judgement } from '../core/judgement.ts';
import type { Clock } from '../core/ports/clock.ts';
import type { Judge, JudgeCase } from '../core/ports/judge.ts';
import type { Store } from '../core/ports/store.ts';
import type { TrialRecord } from '../core/trial.ts';
import { labelsFor } from '../estimates/judged/applicable-labels.ts';
import { createChance } from '../util/seeded-random.ts';
import { readAnswered, type AnsweredQuestions } from './answered-questions.ts';
import { currentRecords } from './current-records.ts';
import { giveUpJudge } from './give-up-judge.ts';
import { armQuestions, swappedQuestions, variantOf, type JudgeQuestion } from './judge-questions.ts';
import { judgementGivenUp, judgeTrial, type Asking, type ExhibitOf } from './judge-trial.ts';
import { createJudgementWriter, type JudgementWriter } from './judgement-writer.ts';
import type { Plan } from './plan.ts';
import { scenarioOf } from './scenario-library.ts';
import { secretsOfTrial } from './secrets-of-trial.ts';

export interface JudgeRunOptions {
  readonly run: string;
  readonly plan: Plan;
  readonly store: Store;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly judges: readonly Judge[];
  readonly exhibitOf: ExhibitOf;
  readonly labels: readonly JudgeLabel[];
  /** Ask also what was answered already. */
  readonly isAgain: boolean;
  /** At most so many trials. */
  readonly limit?: number | undefined;
  /** Ask of so many trials, drawn at random, which arm they are of. */
  readonly armGuesses?: number | undefined;
  /** Ask again with the names of families in place of the masks. */
  readonly measuresLeniency: boolean;
  readonly concurrency: number;
  onProgress(progress: JudgeProgress): void;
  /** Lets timers, signals and sockets have their turn. */
  breathe(): Promise<void>;
}

export interface JudgeProgress {
  readonly trials: number;
  readonly asked: number;
  readonly unscored: number;
}

export interface JudgeRunEnding {
  readonly ending: 'finished' | 'interrupted' | 'budget-spent';
  readonly progress: JudgeProgress;
  /** Completed trials whose subjects were shown other texts than the library has now: what to hide of them is not known. */
  readonly changedTrials: number;
  /** What the store said of each transcript that it could not read. */
  readonly damaged: readonly string[];
  /** Judges whose provider never answered, with why. */
  readonly down: ReadonlyMap<string, string>;
}

interface Work {
  readonly options: JudgeRunOptions;
  readonly answered: AnsweredQuestions | undefined;
  readonly guessed: ReadonlySet<string>;
  readonly writer: JudgementWriter;
  readonly progress: { -readonly [Key in keyof JudgeProgress]: JudgeProgress[Key] };
  readonly down: Map<string, string>;
  readonly broken: AbortController;
  changedTrials: number;
  readonly damaged: string[];
  begun: number;
  isSpent: boolean;
}

/** Trials to be guessed at: the first by a hash of their own, so that more of them contain the fewer. */
async function drawGuesses({ armGuesses, store, run }: JudgeRunOptions): Promise<ReadonlySet<string>> {
  if (armGuesses === undefined) return new Set();
  const completed: string[] = [];
  for await (const { trial, outcome } of store.records(run)) if (outcome.kind === 'completed') completed.push(trial);
  return new Set(
    createChance('arm guesses')
      .shuffled(completed, (trial) => trial)
      .slice(0, armGuesses),
  );
}

/** What is to be asked of a trial: by label, so that the judges of a panel read the same thing one after the other. */
function askingsOf(record: TrialRecord, work: Work, isWithinLimit: boolean): readonly Asking[] {
  const { plan, labels, judges, measuresLeniency } = work.options;
  const cell = plan.cells.find(({ id }) => id === record.cell);
  if (!cell) return [];
  const applicable = isWithinLimit
    ? labelsFor(record, scenarioOf(plan.library, cell.scenario)).filter((label) => labels.includes(label))
    : [];
  const guesses = work.guessed.has(record.trial) ? armQuestions(cell, plan.cells) : [];
  const forAll = [...applicable.map((label): JudgeQuestion => ({ kind: 'label', label })), ...guesses];
  const askings = forAll.flatMap((question) => judges.map((judge) => ({ judge, question })));
  const swapped = measuresLeniency
    ? judges.flatMap((judge) => swappedQuestions(applicable, judge.judge).map((question) => ({ judge, question })))
    : [];
  const isOpen = ({ judge, question }: Asking) =>
    !work.answered?.has(record, { judge, label: question.label, variant: variantOf(question) });
  return [...askings, ...swapped].filter(isOpen);
}

/** The transcript with what is to be hidden of it; undefined where the library has changed since. */
export async function caseOf(
  record: Pick<TrialRecord, 'cell' | 'subject' | 'block' | 'trial'>,
  { plan, store, run }: Pick<JudgeRunOptions, 'plan' | 'store' | 'run'>,
): Promise<JudgeCase | undefined> {
  const cell = plan.cells.find(({ id }) => id === record.cell);
  const subject = plan.subjects.find(({ id }) => id === record.subject);
  const trial = cell && subject && plan.trialAt({ cell, subject }, record.block);
  if (trial?.id !== record.trial) return undefined;
  const transcript = await store.readTranscript(run, record.trial);
  if (!transcript) throw new InstrumentError(`trial ${record.trial} is finished and has no transcript`);
  return { events: transcript.events, secrets: secretsOfTrial(trial, scenarioOf(plan.library, trial.cell.scenario), plan.render(trial)) };
}

async function askOne(asking: Asking, trial: { record: TrialRecord; shown: JudgeCase }, work: Work): Promise<void> {
  const { exhibitOf, clock, signal } = work.options;
  const { judge } = asking.judge;
  if (work.down.has(judge)) return;
  try {
    const judgement = await judgeTrial(trial, asking, {
      exhibitOf,
      clock,
      signal: AbortSignal.any([signal, work.broken.signal]),
    });
    await keep(judgement, work);
  } catch (error) {
    // What a judge throws of its provider holds for all that it would be asked: a refused key, a server that is not there.
    if (!(error instanceof ProviderError)) throw error;
    if (work.down.has(judge)) return;
    work.down.set(judge, error.message);
    await keep(judgementGivenUp(trial.record, asking, { because: error.message, clock }), work);
  }
}

async function keep(judgement: Judgement, { writer, progress }: Work): Promise<void> {
  await writer.keep(judgement);
  progress.asked += 1;
  if (judgement.judged.kind === 'unscored') progress.unscored += 1;
}

/** One damaged transcript must not keep the others from being judged. */
function noteDamage(error: unknown, { damaged }: Work): 'damaged' {
  if (!(error instanceof StoreError)) throw error;
  damaged.push(error.message);
  return 'damaged';
}

async function judgeRecord(record: TrialRecord, work: Work): Promise<void> {
  const { options, progress } = work;
  const isWithinLimit = options.limit === undefined || work.begun < options.limit;
  const askings = askingsOf(record, work, isWithinLimit);
  if (askings.length === 0) return;
  if (isWithinLimit) work.begun += 1;
  const shown = await caseOf(record, options).catch((error: unknown) => noteDamage(error, work));
  if (shown === 'damaged') return;
  if (!shown) {
    work.changedTrials += 1;
    return;
  }
  for (const asking of askings) {
    if (options.signal.aborted || work.isSpent) return;
    await askOne(asking, { record, shown }, work);
    options.onProgress({ ...progress });
  }
  progress.trials += 1;
  options.onProgress({ ...progress });
}

async function drain(records: AsyncGenerator<TrialRecord>, work: Work): Promise<void> {
  const { options, broken } = work;
  const isOver = () => options.signal.aborted || broken.signal.aborted || work.isSpent || work.down.size === options.judges.length;
  while (!isOver()) {
    const next = await records.next();
    if (next.done) return;
    if (next.value.outcome.kind === 'completed') await judgeRecord(next.value, work);
    await options.breathe();
  }
}

async function drainTogether(work: Work): Promise<void> {
  const { store, run, plan, concurrency, signal } = work.options;
  const records = currentRecords({ store, run, plan });
  const lanes = Array.from({ length: concurrency }, async () =>
    drain(records, work).catch((error: unknown) => {
      if (error instanceof BudgetSpentError) work.isSpent = true;
      else if (!signal.aborted) work.broken.abort(error);
    }),
  );
  await Promise.all(lanes);
  await records.return(undefined);
  if (work.broken.signal.aborted) throw work.broken.signal.reason;
}

/**
 * Judges the stored transcripts of a run, several at once, without running a subject again. What is concluded is kept at once
 * and stands beside what was concluded before; the same again asks only what has no answer.
 */
export async function judgeRun(options: JudgeRunOptions): Promise<JudgeRunEnding> {
  const { store, run, isAgain, signal } = options;
  const work: Work = {
    options: { ...options, judges: options.judges.map(giveUpJudge) },
    answered: isAgain ? undefined : await readAnswered(store.judgements(run)),
    guessed: await drawGuesses(options),
    writer: createJudgementWriter(store, run),
    progress: { trials: 0, asked: 0, unscored: 0 },
    down: new Map(),
    broken: new AbortController(),
    changedTrials: 0,
    damaged: [],
    begun: 0,
    isSpent: false,
  };
  await drainTogether(work);
  const ending = signal.aborted ? 'interrupted' : work.isSpent ? 'budget-spent' : 'finished';
  return { ending, progress: work.progress, changedTrials: work.changedTrials, damaged: work.damaged, down: work.down };
}
