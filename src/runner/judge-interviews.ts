import { BudgetSpentError, ProviderError, StoreError } from '../core/errors.ts';
import { answeredQuestions, type Branch, type JudgeLabel, type Judgement } from '../core/judgement.ts';
import type { Clock } from '../core/ports/clock.ts';
import type { Judge, JudgeCase } from '../core/ports/judge.ts';
import type { Store } from '../core/ports/store.ts';
import type { Event } from '../core/transcript.ts';
import type { TrialRecord } from '../core/trial.ts';
import { interviewLabels, interviewVariant } from '../estimates/judged/interview-answers.ts';
import { readAnswered, type AnsweredQuestions } from './answered-questions.ts';
import { giveUpJudge } from './give-up-judge.ts';
import { caseOf } from './judge-run.ts';
import type { ExhibitOf } from './judge-trial.ts';
import type { Plan } from './plan.ts';

export interface JudgeInterviewsOptions {
  readonly run: string;
  readonly plan: Plan;
  readonly store: Store;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly judges: readonly Judge[];
  readonly exhibitOf: ExhibitOf;
  readonly labels: readonly JudgeLabel[];
  readonly isAgain: boolean;
  readonly concurrency: number;
  /** Told of a trial whose transcript cannot be read; its answers are not judged. */
  onDamage(because: string): void;
}

/** What was asked stands between the answers, as a reminder does in a trial: whoever judges them must know to what. */
function withQuestions(events: readonly Event[]): readonly Event[] {
  return events.map((event) =>
    event.type === 'question-asked'
      ? { id: event.id, type: 'nudge-sent', turn: event.turn, count: 1, cause: 'no-tool-call', text: event.text }
      : event,
  );
}

/** The answers of one branch alone, with what must be hidden of them. */
function interviewCase(branch: Branch, shown: JudgeCase): JudgeCase {
  return { events: withQuestions(branch.events), secrets: shown.secrets };
}

async function recordsOf({ store, run }: JudgeInterviewsOptions, branches: readonly Branch[]): Promise<ReadonlyMap<string, TrialRecord>> {
  const wanted = new Set(branches.map(({ trial }) => trial));
  const found = new Map<string, TrialRecord>();
  if (wanted.size === 0) return found;
  for await (const record of store.records(run)) if (wanted.has(record.trial)) found.set(record.trial, record);
  return found;
}

export interface JudgedInterviews {
  /** Questions that were put to judges. */
  readonly asked: number;
  readonly ending: 'finished' | 'interrupted' | 'budget-spent';
  /** Judges whose provider never answered, with why. */
  readonly down: ReadonlyMap<string, string>;
}

interface Work {
  readonly options: JudgeInterviewsOptions;
  readonly answered: AnsweredQuestions | undefined;
  readonly records: ReadonlyMap<string, TrialRecord>;
  readonly queue: Branch[];
  readonly down: Map<string, string>;
  asked: number;
  ending: JudgedInterviews['ending'];
}

async function askJudge(judge: Judge, { branch, shown, label }: { branch: Branch; shown: JudgeCase; label: JudgeLabel }, work: Work) {
  const { store, run, exhibitOf, signal, clock } = work.options;
  const variant = interviewVariant(branch.branch);
  if (work.down.has(judge.judge) || work.answered?.has(branch, { judge, label, variant })) return;
  try {
    const { judged, costUsd } = await judge.read(exhibitOf(interviewCase(branch, shown), label), signal);
    const { judge: name, version, isSimulated } = judge;
    const { trial, attempt } = branch;
    const judgedAt = new Date(clock.nowMs()).toISOString();
    const judgement: Judgement = { judge: name, version, isSimulated, trial, attempt, label, judged, judgedAt, variant, costUsd };
    await store.appendJudgements(run, [judgement]);
    work.asked += 1;
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    work.down.set(judge.judge, error.message);
  }
}

function noteDamage(error: unknown, { onDamage }: JudgeInterviewsOptions): undefined {
  if (!(error instanceof StoreError)) throw error;
  onDamage(error.message);
}

async function judgeNext(branch: Branch, work: Work): Promise<void> {
  const { options } = work;
  const record = work.records.get(branch.trial);
  const shown = record && (await caseOf(record, options).catch((error: unknown) => noteDamage(error, options)));
  if (!shown) return;
  for (const label of interviewLabels.filter((one) => options.labels.includes(one)))
    for (const judge of options.judges) await askJudge(judge, { branch, shown, label }, work);
}

async function drain(work: Work): Promise<void> {
  const { signal } = work.options;
  try {
    for (let branch = work.queue.shift(); branch !== undefined; branch = work.queue.shift()) {
      signal.throwIfAborted();
      await judgeNext(branch, work);
    }
  } catch (error) {
    work.queue.length = 0;
    if (signal.aborted) work.ending = 'interrupted';
    else if (error instanceof BudgetSpentError) work.ending = 'budget-spent';
    else throw error;
  }
}

/**
 * Judges what was answered in interviews, each branch by itself and several at once: the reasons that its subject gives when it is asked, and
 * whether it objects. Kept as they come, as variants, so that they never stand for a verdict on the trial.
 */
export async function judgeInterviews(given: JudgeInterviewsOptions): Promise<JudgedInterviews> {
  const { store, run, isAgain, concurrency } = given;
  const branches = (await Array.fromAsync(store.branches(run))).filter((branch) => answeredQuestions(branch) > 0);
  const work: Work = {
    options: { ...given, judges: given.judges.map(giveUpJudge) },
    answered: isAgain || branches.length === 0 ? undefined : await readAnswered(store.judgements(run)),
    records: await recordsOf(given, branches),
    queue: branches,
    down: new Map(),
    asked: 0,
    ending: 'finished',
  };
  const lanes = await Promise.allSettled(Array.from({ length: concurrency }, async () => drain(work)));
  const fault = lanes.find((lane) => lane.status === 'rejected');
  if (fault) throw fault.reason;
  const { asked, ending, down } = work;
  return { asked, ending, down };
}
