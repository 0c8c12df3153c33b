import { ProviderError } from '../../core/errors.ts';
import type { Job } from '../../core/ports/harness.ts';
import type { CallOptions } from '../../core/ports/provider.ts';
import type { Reply } from '../../core/reply.ts';
import type { Deadline } from './deadline.ts';
import { toReply } from './to-reply.ts';
import type { ReachedLimit } from './trial-limits.ts';

export type NextReply = { readonly kind: 'reply'; readonly reply: Reply } | { readonly kind: 'limit'; readonly reached: ReachedLimit };

/** Where replies come from: the journal as far as it goes, then the model, journalled before anyone sees them. */
export interface ReplySource {
  timeIsOverBefore(turn: number): ReachedLimit | undefined;
  next(turn: number): Promise<NextReply>;
}

type SourceJob = Pick<Job, 'journal' | 'provider' | 'seed' | 'limits' | 'signal'>;

export function createReplySource(
  job: SourceJob,
  { options, deadline }: { readonly options: CallOptions; readonly deadline: Deadline },
): ReplySource {
  const { journal, provider } = job;
  let retries = 0;
  const model = provider.forTrial({ seed: job.seed, onRetry: () => (retries += 1) });
  const outOfTime: ReachedLimit = { limit: 'time', because: `the trial's ${job.limits.minutes} minutes are over` };

  const limitOf = (error: unknown): ReachedLimit | undefined => {
    if (job.signal.aborted) return undefined;
    if (deadline.signal.aborted) return outOfTime;
    const isFull = error instanceof ProviderError && error.code === 'context-exceeded';
    return isFull ? { limit: 'tokens', because: `the context window is full: ${error.message}` } : undefined;
  };
  const request = async (): Promise<Reply> => {
    retries = 0;
    const result = await deadline.within(model.doGenerate(options));
    return toReply(result, { reasoningVisibility: provider.reasoningVisibility(result), attempts: 1 + retries });
  };

  return {
    // A journalled reply came in time, whatever the clock says now.
    timeIsOverBefore: (turn) => (journal.replies[turn - 1] === undefined && deadline.isOver() ? outOfTime : undefined),
    async next(turn) {
      const journalled = journal.replies[turn - 1];
      if (journalled !== undefined) return { kind: 'reply', reply: journalled };
      await journal.noteRequest(turn);
      let reply: Reply;
      try {
        reply = await request();
      } catch (error) {
        const reached = limitOf(error);
        if (reached === undefined) throw error;
        return { kind: 'limit', reached };
      }
      await journal.appendReply(turn, reply);
      return { kind: 'reply', reply };
    },
  };
}
