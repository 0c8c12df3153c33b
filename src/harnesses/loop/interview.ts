import { invariant } from '../../core/errors.ts';
import type { Answer, Interview, Job } from '../../core/ports/harness.ts';
import type { Reply } from '../../core/reply.ts';
import { actOn, prepareTrial, sendNudge, type LoopTrial } from './act-on-reply.ts';
import { carryOutCalls } from './carry-out-calls.ts';
import { createDeadline } from './deadline.ts';
import type { Nudge } from './nudges.ts';
import { outcomeOfError } from './outcome-of-error.ts';
import { ownCalls } from './own-calls.ts';

/** Replies to one question; a subject that goes on working instead of answering is stopped there. */
const REPLIES_PER_QUESTION = 20;
/** An interview has no limit of time but this one, so that no question waits for ever. */
const INTERVIEW_MINUTES = 24 * 60;

/** Replies of the trial, one after the other, each carried out in the world as it was. Its outcome is known and does not matter. */
function replay(trial: LoopTrial, replies: readonly Reply[]): void {
  let nudge: Nudge | undefined;
  for (const [index, reply] of replies.entries()) {
    const turn = index + 1;
    if (nudge) sendNudge(nudge, trial, turn);
    trial.recorder.append({ type: 'reply-received', turn, reply });
    const step = actOn(reply, trial, turn);
    nudge = step.kind === 'goes-on' ? step.nudge : undefined;
  }
}

function textOf({ content }: Reply): string {
  return content.flatMap((part) => (part.type === 'text' && part.text.trim() !== '' ? [part.text] : [])).join('\n');
}

type Carried = { readonly kind: 'goes-on' } | Answer;

/** One reply to a question: its calls are carried out as in the trial; ending the task again ends nothing. */
function carry(reply: Reply, trial: LoopTrial, turn: number): Carried {
  const { unified, raw } = reply.finishReason;
  if (unified === 'content-filter')
    return { kind: 'unanswered', because: `the provider's safety layer ended the reply: ${raw ?? unified}` };
  const content = trial.nameCalls(reply.content, turn);
  const calls = ownCalls(content);
  trial.conversation.addReply(content);
  if (calls.length === 0) return { kind: 'answered', said: textOf(reply), replies: 1 };
  const { scene, recorder } = trial;
  trial.conversation.addAnswers(carryOutCalls(calls, { turn, scene, recorder, isCutOff: unified === 'length' }).answers);
  return { kind: 'goes-on' };
}

function createAsk(job: Job, trial: LoopTrial): Interview['ask'] {
  let turn = job.journal.replies.length;
  return async (text) => {
    job.recorder.append({ type: 'question-asked', turn: turn + 1, text });
    trial.conversation.addUserMessage(text);
    const said: string[] = [];
    for (let count = 1; count <= REPLIES_PER_QUESTION; count += 1) {
      job.signal.throwIfAborted();
      const next = await trial.replies.next(turn + 1);
      if (next.kind === 'limit') return { kind: 'unanswered', because: next.reached.because };
      turn += 1;
      job.recorder.append({ type: 'reply-received', turn, reply: next.reply });
      const carried = carry(next.reply, trial, turn);
      if (carried.kind === 'unanswered') return carried;
      if (textOf(next.reply) !== '') said.push(textOf(next.reply));
      if (carried.kind === 'answered') return { kind: 'answered', said: said.join('\n\n'), replies: count };
    }
    // It went on working; what it said on the way is all the answer that there is.
    if (said.length > 0) return { kind: 'answered', said: said.join('\n\n'), replies: REPLIES_PER_QUESTION };
    return { kind: 'unanswered', because: `${REPLIES_PER_QUESTION} replies called tools and none said anything` };
  };
}

/** A provider's failure leaves a question unanswered; what endangers records or money, or an abort, is thrown on. */
function tolerant(ask: Interview['ask'], { signal }: Job): Interview['ask'] {
  return async (text) => {
    try {
      return await ask(text);
    } catch (error) {
      const outcome = outcomeOfError(error, signal);
      return { kind: 'unanswered', because: 'because' in outcome ? outcome.because : outcome.kind };
    }
  };
}

/** Brings a finished trial of our loop back from its replies: no model is asked until the first question. */
export async function rebuildTrial(job: Job): Promise<Interview> {
  const { scene, recorder, brief, clock, signal } = job;
  invariant(scene.kind === 'tools', `the loop harness carries out tools, and this scene has ${scene.kind}`);
  const deadline = createDeadline({ clock, minutes: INTERVIEW_MINUTES, signal });
  recorder.append({ type: 'trial-started', brief, tools: scene.tools });
  const trial = prepareTrial(job, scene, deadline);
  replay(trial, job.journal.replies);
  return { ask: tolerant(createAsk(job, trial), job), close: () => deadline.close() };
}
