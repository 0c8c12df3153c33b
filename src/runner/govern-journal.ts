import type { Journal } from '../core/ports/store.ts';
import type { Recorder } from '../core/ports/harness.ts';
import type { Rendering } from '../factors/compile-cell.ts';
import type { Reserves } from './budget.ts';
import { mostInputTokens } from './request-bound.ts';

/**
 * The same journal under the run's budget: before a request is noted, and so before it is sent, its upper bound is held
 * back; what it took is known to the store once its reply is journalled. `release` gives back what is still held.
 */
export function governJournal(
  journal: Journal,
  trial: {
    readonly budget: Reserves;
    readonly rendering: Rendering;
    readonly recorder: Recorder;
    /** Of a reply, at the most. */
    readonly outputTokens: number;
  },
): { readonly journal: Journal; release(): void } {
  const { budget, rendering, recorder, outputTokens } = trial;
  let inputTokens = mostInputTokens([rendering.brief, rendering.schemas]);
  let counted = 0;
  let held: (() => void) | undefined;
  const release = () => {
    held?.();
    held = undefined;
  };
  return {
    release,
    journal: {
      replies: journal.replies,
      lostRequests: journal.lostRequests,
      async noteRequest(turn) {
        inputTokens += mostInputTokens(recorder.events.slice(counted));
        counted = recorder.events.length;
        held = await budget.reserve({ inputTokens, outputTokens });
        await journal.noteRequest(turn);
      },
      async appendReply(turn, reply) {
        await journal.appendReply(turn, reply);
        release();
      },
    },
  };
}
