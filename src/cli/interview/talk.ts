import { BudgetSpentError } from '../../core/errors.ts';
import type { TrialRecord } from '../../core/trial.ts';
import { openInterview, type TrialInterview } from '../../runner/interview-trial.ts';
import { exitCodes } from '../context.ts';
import { describeSpending } from '../describe-spending.ts';
import { openDialogue, type Dialogue } from '../dialogue.ts';
import { judgeAnswersNext } from './judge-answers-next.ts';
import type { Room } from './open-room.ts';
import { shownText } from './shown-text.ts';

const shownSubject = (record: TrialRecord) => (record.subject.startsWith('organism:') ? `${record.subject} (simulated)` : record.subject);

function greet(record: TrialRecord, { context }: Room): void {
  context.out(`Trial ${record.trial.slice(0, 12)}, ${shownSubject(record)}`);
  context.out(`  ${record.cell}`);
  context.out(
    `  ${record.outcome.kind}, ${record.disposition}, ${record.turns} turns. Its world and its tools stand as they were at its end.`,
  );
  context.out('Type a question; an empty line, q or Ctrl-D ends. What is answered is kept as a branch of the transcript.');
}

interface Held {
  readonly asked: number;
  readonly branch?: number;
}

/** Questions until the input, the budget or an interrupt ends it. */
async function converse(dialogue: Dialogue, interview: TrialInterview, { context, signal }: Room): Promise<Held> {
  let held: Held = { asked: 0 };
  for (;;) {
    const question = (await dialogue.ask('\nyou> '))?.trim();
    if (question === undefined || question === '' || question === 'q') return held;
    try {
      const answer = await interview.ask(question);
      held = { asked: held.asked + 1, branch: answer.branch };
      const shown = answer.kind === 'answered' ? shownText(answer.said) || '(it said nothing)' : `No answer: ${shownText(answer.because)}`;
      context.out(`\n${shown}`);
    } catch (error) {
      if (error instanceof BudgetSpentError) context.out(`\nThis question is not answered: ${error.message}.`);
      else if (signal.aborted) context.out('\nInterrupted, before this question was answered.');
      else throw error;
      return held;
    }
  }
}

/** One trial, questions typed by a person until the input ends: an exit code. */
export async function talk(record: TrialRecord, room: Room): Promise<number> {
  const { context, spending, signal } = room;
  const dialogue = openDialogue('put fixed questions with --script', signal);
  const interview = await openInterview(record, { ...room.depsFor(record), askedBy: 'terminal' });
  greet(record, room);
  let held: Held;
  try {
    held = await converse(dialogue, interview, room);
  } finally {
    dialogue.close();
    await interview.close();
  }
  const where = `kept as branch ${held.branch} of trial ${record.trial.slice(0, 12)}`;
  context.out(held.branch === undefined ? '\nNo question was answered.' : `\n${held.asked} asked, ${where}.`);
  const spent = describeSpending(spending);
  if (spent !== undefined) context.out(spent);
  for (const line of held.branch === undefined ? [] : judgeAnswersNext(room)) context.out(line);
  return signal.aborted ? exitCodes.interrupted : exitCodes.done;
}
