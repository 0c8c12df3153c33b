import { BudgetSpentError } from '../../core/errors.ts';
import type { TrialRecord } from '../../core/trial.ts';
import { openInterview, type InterviewDeps } from '../../runner/interview-trial.ts';
import type { InterviewScript } from '../../runner/interview-script.ts';

/** One answer as it is told and printed for machines. */
export interface ScriptAnswer {
  readonly trial: string;
  readonly cell: string;
  readonly subject: string;
  readonly branch: number;
  readonly wording: string;
  readonly question: string;
  readonly ask: string;
  readonly said: string | null;
  readonly because?: string;
}

type Questions = InterviewScript['wordings'][string];

/** Was every question of this wording put to this trial already? One that broke off is held again, on another branch. */
async function isHeld({ store, run, askedBy }: InterviewDeps, trial: string, questions: Questions): Promise<boolean> {
  for await (const branch of store.branches(run, trial)) {
    const asked = branch.events.filter(({ type }) => type === 'question-asked');
    const isUnanswered = branch.events.some(({ type }) => type === 'question-unanswered');
    if (branch.askedBy === askedBy && asked.length === questions.length && !isUnanswered && branch.events.at(-1)?.type === 'reply-received')
      return true;
  }
  return false;
}

/** What was answered, and whether the budget ended it. What was answered before is kept all the same. */
export interface HeldScript {
  readonly answers: readonly ScriptAnswer[];
  readonly isSpent: boolean;
}

async function holdWording(
  record: TrialRecord,
  deps: InterviewDeps,
  { wording, questions }: { wording: string; questions: Questions },
): Promise<HeldScript> {
  const interview = await openInterview(record, deps);
  const answers: ScriptAnswer[] = [];
  try {
    for (const { id, ask } of questions) {
      const answer = await interview.ask(ask);
      const { trial, cell, subject } = record;
      const base = { trial, cell, subject, branch: interview.branch, wording, question: id, ask };
      answers.push(answer.kind === 'answered' ? { ...base, said: answer.said } : { ...base, said: null, because: answer.because });
      // What follows an unanswered question would be another conversation.
      if (answer.kind === 'unanswered') break;
    }
  } catch (error) {
    if (error instanceof BudgetSpentError) return { answers, isSpent: true };
    throw error;
  } finally {
    await interview.close();
  }
  return { answers, isSpent: false };
}

/** Puts a script to one trial, every wording on a branch of its own. What was held before is left alone. */
export async function holdScript(record: TrialRecord, script: InterviewScript, deps: Omit<InterviewDeps, 'askedBy'>): Promise<HeldScript> {
  const answers: ScriptAnswer[] = [];
  for (const [wording, questions] of Object.entries(script.wordings)) {
    const named: InterviewDeps = { ...deps, askedBy: `${script.name}/${wording}` };
    if (await isHeld(named, record.trial, questions)) continue;
    const held = await holdWording(record, named, { wording, questions });
    answers.push(...held.answers);
    if (held.isSpent) return { answers, isSpent: true };
  }
  return { answers, isSpent: false };
}
