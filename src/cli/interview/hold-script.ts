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

async function holdWording(record: TrialRecord, deps: InterviewDeps, { wording, questions }: { wording: string; questions: Questions }) {
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
  } finally {
    await interview.close();
  }
  return answers;
}

/** Puts a script to one trial, every wording on a branch of its own. What was held before is left alone. */
export async function holdScript(
  record: TrialRecord,
  script: InterviewScript,
  deps: Omit<InterviewDeps, 'askedBy'>,
): Promise<readonly ScriptAnswer[]> {
  const answers: ScriptAnswer[] = [];
  for (const [wording, questions] of Object.entries(script.wordings)) {
    const named: InterviewDeps = { ...deps, askedBy: `${script.name}/${wording}` };
    if (await isHeld(named, record.trial, questions)) continue;
    answers.push(...(await holdWording(record, named, { wording, questions })));
  }
  return answers;
}
