import { invariant } from '../../core/errors.ts';
import type { Outcome } from '../../core/outcome.ts';
import type { Harness, Job } from '../../core/ports/harness.ts';
import { actOn, endAtLimit, prepareTrial, sendNudge, type LoopTrial } from './act-on-reply.ts';
import { askAfterwards } from './ask-afterwards.ts';
import { createDeadline } from './deadline.ts';
import { rebuildTrial } from './interview.ts';
import type { Nudge } from './nudges.ts';
import { outcomeOfError } from './outcome-of-error.ts';

async function takeTurns(trial: LoopTrial): Promise<Outcome> {
  let nudge: Nudge | undefined;
  for (let turn = 1; ; turn += 1) {
    trial.signal.throwIfAborted();
    const reached = trial.limits.reachedBefore(turn) ?? trial.replies.timeIsOverBefore(turn);
    if (reached) return endAtLimit(trial, reached);
    if (nudge) sendNudge(nudge, trial, turn);
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
    const trial = prepareTrial(job, scene, deadline);
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
    rebuild: rebuildTrial,
    async run(job) {
      const ended: { trial?: LoopTrial } = {};
      const outcome = await runToOutcome(job, ended);
      job.recorder.append({ type: 'trial-ended', outcome });
      if (outcome.kind === 'completed' && ended.trial) await askAfterwards(job, ended.trial.conversation.options);
      return outcome;
    },
  };
}
