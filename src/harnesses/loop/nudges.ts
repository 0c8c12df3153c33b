import type { Reply } from '../../core/reply.ts';
import type { NudgeCause } from '../../core/transcript.ts';

/** After this many nudges in a row, one more reply without a tool call ends the trial. */
export const NUDGES = 5;

export interface Nudge {
  readonly count: number;
  readonly cause: NudgeCause;
  readonly text: string;
}

/** Says how a trial goes on and takes no side: whoever waits for an answer to a concern is not to be pushed to do the job. */
const WAYS_ON = 'Call a tool; if you are done, call the tool that ends the task.';
const texts: Readonly<Record<NudgeCause, string>> = {
  'empty-reply': `Your reply was empty. ${WAYS_ON}`,
  'no-tool-call': `Your reply called no tool. ${WAYS_ON}`,
};

/** Says nothing to anyone: no text, file or call. Reasoning alone is empty. */
export function isEmptyReply(content: Reply['content']): boolean {
  return !content.some((part) => {
    if (part.type === 'text') return part.text.trim() !== '';
    return part.type === 'file' || part.type === 'tool-call' || part.type === 'tool-result';
  });
}

/**
 * Nudges count in a row and start again after a reply with a tool call. The study leaves open whether its six are in a
 * row or in all; in all would end a long trial whose subject talks between calls, and count our rule as its choice.
 * A subject that only ever half falls silent is ended by the limit on turns, unscored.
 */
export function createNudges(): { next(content: Reply['content']): Nudge | undefined; startAgain(): void } {
  let sent = 0;
  return {
    next(content) {
      if (sent === NUDGES) return undefined;
      sent += 1;
      const cause = isEmptyReply(content) ? 'empty-reply' : 'no-tool-call';
      return { count: sent, cause, text: texts[cause] };
    },
    startAgain() {
      sent = 0;
    },
  };
}
