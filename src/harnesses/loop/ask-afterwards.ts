import { BudgetSpentError, StoreError } from '../../core/errors.ts';
import type { Job } from '../../core/ports/harness.ts';
import type { CallOptions, PromptMessage } from '../../core/ports/provider.ts';
import { createDeadline } from './deadline.ts';
import { createReplySource } from './reply-source.ts';

const ANSWER_MINUTES = 5;

/** What runs in danger or out of money is not swallowed; that a question went unanswered costs no trial. */
function mustStop(error: unknown, signal: AbortSignal): boolean {
  return signal.aborted || error instanceof StoreError || error instanceof BudgetSpentError;
}

/**
 * Asks the job's question on a copy of a completed conversation. The reply is journalled like every other, under the turn
 * after the last, so that a trial that was cut off here pays for it once; nothing of it reaches the world.
 */
export async function askAfterwards(job: Job, { prompt, ...options }: CallOptions): Promise<void> {
  const { afterwards: text, recorder, clock, signal } = job;
  if (text === undefined) return;
  const deadline = createDeadline({ clock, minutes: ANSWER_MINUTES, signal });
  const question: PromptMessage = { role: 'user', content: [{ type: 'text', text }] };
  const branch: CallOptions = {
    ...options,
    prompt: [...prompt, question],
    toolChoice: { type: 'none' },
    abortSignal: deadline.signal,
  };
  const turn = 1 + recorder.events.filter((event) => event.type === 'reply-received').length;
  try {
    const next = await createReplySource(job, { options: branch, deadline }).next(turn);
    recorder.append({ type: 'branch-asked', text, ...(next.kind === 'reply' ? { reply: next.reply } : { because: next.reached.because }) });
  } catch (error) {
    if (mustStop(error, signal)) throw error;
    recorder.append({ type: 'branch-asked', text, because: (error as Error).message });
  } finally {
    deadline.close();
  }
}
