import { StoreError } from '../core/errors.ts';
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

async function judgeBranch(
  { branch, shown, answered }: { branch: Branch; shown: JudgeCase; answered: AnsweredQuestions | undefined },
  { judges, labels, exhibitOf, signal, clock }: JudgeInterviewsOptions,
): Promise<readonly Judgement[]> {
  const variant = interviewVariant(branch.branch);
  const { trial, attempt } = branch;
  const judgements: Judgement[] = [];
  for (const label of interviewLabels.filter((one) => labels.includes(one))) {
    for (const judge of judges) {
      if (answered?.has(branch, { judge, label, variant })) continue;
      const { judged, costUsd } = await judge.read(exhibitOf(interviewCase(branch, shown), label), signal);
      const { judge: name, version, isSimulated } = judge;
      const judgedAt = new Date(clock.nowMs()).toISOString();
      judgements.push({ judge: name, version, isSimulated, trial, attempt, label, judged, judgedAt, variant, costUsd });
    }
  }
  return judgements;
}

function noteDamage(error: unknown, { onDamage }: JudgeInterviewsOptions): undefined {
  if (!(error instanceof StoreError)) throw error;
  onDamage(error.message);
}

/**
 * Judges what was answered in interviews, each branch by itself: the reasons that its subject gives when it is asked, and whether it objects.
 * Kept as variants, so that they never stand for a verdict on the trial. Returns how many questions were put to the judges. Throws what a
 * judge throws.
 */
export async function judgeInterviews(given: JudgeInterviewsOptions): Promise<number> {
  const { store, run } = given;
  const branches = (await Array.fromAsync(store.branches(run))).filter((branch) => answeredQuestions(branch) > 0);
  if (branches.length === 0) return 0;
  const options = { ...given, judges: given.judges.map(giveUpJudge) };
  const answered = given.isAgain ? undefined : await readAnswered(store.judgements(run));
  const records = await recordsOf(given, branches);
  let asked = 0;
  for (const branch of branches) {
    if (given.signal.aborted) break;
    const record = records.get(branch.trial);
    const shown = record && (await caseOf(record, given).catch((error: unknown) => noteDamage(error, given)));
    if (!shown) continue;
    const judgements = await judgeBranch({ branch, shown, answered }, options);
    if (judgements.length > 0) await store.appendJudgements(run, judgements);
    asked += judgements.length;
  }
  return asked;
}
