import { StoreError, UsageError } from '../../core/errors.ts';
import { answeredQuestions } from '../../core/judgement.ts';
import type { TrialRecord } from '../../core/trial.ts';
import { openInterview, type InterviewDeps, type TrialInterview } from '../../runner/interview-trial.ts';
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
type OnAnswer = (answer: ScriptAnswer) => void;

/**
 * Was every question of this wording answered by this trial already? What broke off is held again, on another branch.
 * @throws UsageError where other questions were asked under this name
 */
async function isHeld({ store, run, askedBy }: InterviewDeps, trial: string, questions: Questions): Promise<boolean> {
  let isWhole = false;
  for await (const branch of store.branches(run, trial)) {
    if (branch.askedBy !== askedBy) continue;
    const asked = branch.events.flatMap((event) => (event.type === 'question-asked' ? [event.text] : []));
    const other = asked.find((text, index) => text !== questions[index]?.ask);
    if (other !== undefined) {
      throw new UsageError(
        `trial ${trial} was asked other questions by a script of this name and wording (${askedBy}), such as "${other}": give this one another name`,
      );
    }
    isWhole ||= answeredQuestions(branch) === questions.length;
  }
  return isWhole;
}

/** The interview; undefined where it was held already. What keeps this one trial from being asked is given, not thrown. */
async function openUnlessHeld(
  record: TrialRecord,
  deps: InterviewDeps,
  questions: Questions,
): Promise<TrialInterview | UsageError | StoreError | undefined> {
  try {
    return (await isHeld(deps, record.trial, questions)) ? undefined : await openInterview(record, deps);
  } catch (error) {
    if (error instanceof UsageError || error instanceof StoreError) return error;
    throw error;
  }
}

async function askAll(
  { trial, cell, subject }: TrialRecord,
  interview: TrialInterview,
  { wording, questions, onAnswer }: { wording: string; questions: Questions; onAnswer: OnAnswer },
): Promise<void> {
  try {
    for (const { id, ask } of questions) {
      const answer = await interview.ask(ask);
      const base = { trial, cell, subject, branch: answer.branch, wording, question: id, ask };
      onAnswer(answer.kind === 'answered' ? { ...base, said: answer.said } : { ...base, said: null, because: answer.because });
      // What follows an unanswered question would be another conversation.
      if (answer.kind === 'unanswered') return;
    }
  } finally {
    await interview.close();
  }
}

/**
 * Puts a script to one trial, every wording on a branch of its own; what was held before is left alone. Gives what kept the trial from being
 * asked, where something did. Throws like `TrialInterview.ask`.
 */
export async function holdScript(
  record: TrialRecord,
  script: InterviewScript,
  { onAnswer, ...deps }: Omit<InterviewDeps, 'askedBy'> & { readonly onAnswer: OnAnswer },
): Promise<UsageError | StoreError | undefined> {
  for (const [wording, questions] of Object.entries(script.wordings)) {
    const opened = await openUnlessHeld(record, { ...deps, askedBy: `${script.name}/${wording}` }, questions);
    if (opened === undefined) continue;
    if (opened instanceof Error) return opened;
    await askAll(record, opened, { wording, questions, onAnswer });
  }
  return undefined;
}
