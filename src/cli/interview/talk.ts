import { BudgetSpentError } from '../../core/errors.ts';
import type { TrialRecord } from '../../core/trial.ts';
import { openInterview, type TrialInterview } from '../../runner/interview-trial.ts';
import { exitCodes } from '../context.ts';
import { describeSpending } from '../describe-spending.ts';
import { openDialogue, type Dialogue } from '../dialogue.ts';
import type { Room } from './open-room.ts';
import { shownText } from './shown-text.ts';

const shownSubject = (record: TrialRecord) => (record.subject.startsWith('organism:') ? `${record.subject} (simulated)` : record.subject);

function greet(record: TrialRecord, { branch }: TrialInterview, { context }: Room): void {
  context.out(`Trial ${record.trial.slice(0, 12)}, ${shownSubject(record)}`);
  context.out(`  ${record.cell}`);
  context.out(
    `  ${record.outcome.kind}, ${record.disposition}, ${record.turns} turns. Its world and its tools stand as they were at its end.`,
  );
  context.out(`Type a question; an empty line, q or Ctrl-D ends. Everything is kept as branch ${branch} of the transcript.`);
}

/** Questions until the input, the budget or an interrupt ends it: how many were put. */
async function converse(dialogue: Dialogue, interview: TrialInterview, { context, signal }: Room): Promise<number> {
  for (let asked = 0; ; asked += 1) {
    const question = (await dialogue.ask('\nyou> '))?.trim();
    if (question === undefined || question === '' || question === 'q') return asked;
    try {
      const answer = await interview.ask(question);
      const shown = answer.kind === 'answered' ? shownText(answer.said) || '(it said nothing)' : `No answer: ${shownText(answer.because)}`;
      context.out(`\n${shown}`);
    } catch (error) {
      if (error instanceof BudgetSpentError) context.out('\nStopped at the budget, before this question was answered.');
      else if (signal.aborted) context.out('\nInterrupted, before this question was answered.');
      else throw error;
      return asked;
    }
  }
}

/** One trial, questions typed by a person until the input ends: an exit code. */
export async function talk(record: TrialRecord, room: Room): Promise<number> {
  const { context, spending, signal } = room;
  const dialogue = openDialogue('put fixed questions with --script', signal);
  const interview = await openInterview(record, { ...room.depsFor(record), askedBy: 'terminal' });
  greet(record, interview, room);
  let asked: number;
  try {
    asked = await converse(dialogue, interview, room);
  } finally {
    dialogue.close();
    await interview.close();
  }
  const where = `kept as branch ${interview.branch} of trial ${record.trial.slice(0, 12)}`;
  context.out(asked === 0 ? '\nNo question was answered.' : `\n${asked} asked, ${where}.`);
  const spent = describeSpending(spending);
  if (spent !== undefined) context.out(spent);
  return signal.aborted ? exitCodes.interrupted : exitCodes.done;
}
