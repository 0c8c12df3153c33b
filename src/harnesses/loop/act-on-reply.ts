import type { Outcome } from '../../core/outcome.ts';
import type { Job, ToolScene } from '../../core/ports/harness.ts';
import type { Reply } from '../../core/reply.ts';
import { carryOutCalls } from './carry-out-calls.ts';
import { createConversation, type Conversation } from './conversation.ts';
import type { Deadline } from './deadline.ts';
import { createNudges, NUDGES, type Nudge } from './nudges.ts';
import { createCallIds, ownCalls } from './own-calls.ts';
import { createReplySource, type ReplySource } from './reply-source.ts';
import { createTrialLimits, type ReachedLimit, type TrialLimits } from './trial-limits.ts';

/** A trial on its way: the world, what is sent with the next request, and what counts against its limits. */
export interface LoopTrial extends Pick<Job, 'recorder' | 'signal'> {
  readonly scene: ToolScene;
  readonly conversation: Conversation;
  readonly replies: ReplySource;
  readonly limits: TrialLimits;
  readonly nudges: ReturnType<typeof createNudges>;
  readonly nameCalls: ReturnType<typeof createCallIds>;
}

type Step = { readonly kind: 'ended'; readonly outcome: Outcome } | { readonly kind: 'goes-on'; readonly nudge?: Nudge };

export function prepareTrial(job: Job, scene: ToolScene, deadline: Deadline): LoopTrial {
  const conversation = createConversation(job, { tools: scene.tools, abortSignal: deadline.signal });
  return {
    scene,
    conversation,
    recorder: job.recorder,
    signal: job.signal,
    replies: createReplySource(job, { options: conversation.options, deadline }),
    limits: createTrialLimits(job.limits, job.provider.price),
    nudges: createNudges(),
    nameCalls: createCallIds(),
  };
}

export function endAtLimit({ recorder }: LoopTrial, { limit, because }: ReachedLimit): Outcome {
  recorder.append({ type: 'limit-reached', because });
  return { kind: 'limited', limit, because };
}

export function sendNudge(nudge: Nudge, { recorder, conversation }: LoopTrial, turn: number): void {
  recorder.append({ type: 'nudge-sent', turn, ...nudge });
  conversation.addUserMessage(nudge.text);
}

/** Six replies without a call end a trial; but one that was cut off or broken on the way was not its subject's choice. */
function endInSilence(trial: LoopTrial, { unified, raw }: Reply['finishReason']): Outcome {
  const after = `after ${NUDGES} nudges the last reply still called no tool`;
  if (unified === 'length') return endAtLimit(trial, { limit: 'tokens', because: `${after}; it was cut off at its output limit` });
  if (unified === 'error' || unified === 'interrupted') {
    return {
      kind: 'failed',
      by: 'provider',
      code: 'malformed-reply',
      because: `${after}; the provider gave as its end: ${raw ?? unified}`,
    };
  }
  return { kind: 'completed', endedBy: 'no-tool-call' };
}

/** Carries out a reply and says how the trial goes on. */
export function actOn(reply: Reply, trial: LoopTrial, turn: number): Step {
  const { unified, raw } = reply.finishReason;
  if (unified === 'content-filter') {
    return { kind: 'ended', outcome: { kind: 'stopped', because: `the provider's safety layer ended the reply: ${raw ?? unified}` } };
  }
  const content = trial.nameCalls(reply.content, turn);
  const calls = ownCalls(content);
  trial.conversation.addReply(content);
  if (calls.length === 0) {
    const nudge = trial.nudges.next(content);
    return nudge ? { kind: 'goes-on', nudge } : { kind: 'ended', outcome: endInSilence(trial, reply.finishReason) };
  }
  trial.nudges.startAgain();
  const { answers, endsTask } = carryOutCalls(calls, {
    turn,
    scene: trial.scene,
    recorder: trial.recorder,
    isCutOff: unified === 'length',
  });
  trial.conversation.addAnswers(answers);
  return endsTask ? { kind: 'ended', outcome: { kind: 'completed', endedBy: 'end-tool' } } : { kind: 'goes-on' };
}
