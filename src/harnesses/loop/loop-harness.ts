import { invariant } from '../../core/errors.ts';
import type { Outcome } from '../../core/outcome.ts';
import type { Harness, Job, ToolScene } from '../../core/ports/harness.ts';
import type { Reply } from '../../core/reply.ts';
import { askAfterwards } from './ask-afterwards.ts';
import { carryOutCalls } from './carry-out-calls.ts';
import { createConversation, type Conversation } from './conversation.ts';
import { createDeadline, type Deadline } from './deadline.ts';
import { createNudges, NUDGES, type Nudge } from './nudges.ts';
import { outcomeOfError } from './outcome-of-error.ts';
import { createCallIds, ownCalls } from './own-calls.ts';
import { createReplySource, type ReplySource } from './reply-source.ts';
import { createTrialLimits, type ReachedLimit, type TrialLimits } from './trial-limits.ts';

interface LoopTrial extends Pick<Job, 'recorder' | 'signal'> {
  readonly scene: ToolScene;
  readonly conversation: Conversation;
  readonly replies: ReplySource;
  readonly limits: TrialLimits;
  readonly nudges: ReturnType<typeof createNudges>;
  readonly nameCalls: ReturnType<typeof createCallIds>;
}

type Step = { readonly kind: 'ended'; readonly outcome: Outcome } | { readonly kind: 'goes-on'; readonly nudge?: Nudge };

function prepare(job: Job, scene: ToolScene, deadline: Deadline): LoopTrial {
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

function endAtLimit({ recorder }: LoopTrial, { limit, because }: ReachedLimit): Outcome {
  recorder.append({ type: 'limit-reached', because });
  return { kind: 'limited', limit, because };
}

function send(nudge: Nudge, { recorder, conversation }: LoopTrial, turn: number): void {
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

function actOn(reply: Reply, trial: LoopTrial, turn: number): Step {
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

async function takeTurns(trial: LoopTrial): Promise<Outcome> {
  let nudge: Nudge | undefined;
  for (let turn = 1; ; turn += 1) {
    trial.signal.throwIfAborted();
    const reached = trial.limits.reachedBefore(turn) ?? trial.replies.timeIsOverBefore(turn);
    if (reached) return endAtLimit(trial, reached);
    if (nudge) send(nudge, trial, turn);
    const next = await trial.replies.next(turn);
    if (next.kind === 'limit') return endAtLimit(trial, next.reached);
    trial.recorder.append({ type: 'reply-received', turn, reply: next.reply });
    trial.limits.count(next.reply.usage);
    const step = actOn(next.reply, trial, turn);
    if (step.kind === 'ended') return step.outcome;
    nudge = step.nudge;
  }
}

/** `ended.trial` is what a branch goes on from. */
async function runToOutcome(job: Job, ended: { trial?: LoopTrial }): Promise<Outcome> {
  const { brief, scene, recorder, clock, limits, signal } = job;
  const deadline = createDeadline({ clock, minutes: limits.minutes, signal });
  try {
    invariant(scene.kind === 'tools', `the loop harness carries out tools, and this scene has ${scene.kind}`);
    recorder.append({ type: 'trial-started', brief, tools: scene.tools });
    const trial = prepare(job, scene, deadline);
    ended.trial = trial;
    return await takeTurns(trial);
  } catch (error) {
    return outcomeOfError(error, signal);
  } finally {
    deadline.close();
  }
}

/** Our own loop: one request, all its tool calls, the next request, until the subject ends the task or a limit does. */
export function createLoopHarness(): Harness {
  return {
    id: 'loop',
    async run(job) {
      const ended: { trial?: LoopTrial } = {};
      const outcome = await runToOutcome(job, ended);
      job.recorder.append({ type: 'trial-ended', outcome });
      if (outcome.kind === 'completed' && ended.trial) await askAfterwards(job, ended.trial.conversation.options);
      return outcome;
    },
  };
}
