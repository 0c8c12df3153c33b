import type { Reply } from '../../core/reply.ts';
import type { NudgeCause } from '../../core/transcript.ts';

/** After this many nudges in a row, one more reply without a tool call ends the trial. */
export const NUDGES = 5;

export interface Nudge {
  readonly count: number;
  readonly cause: NudgeCause;
  readonly text: string;
}

const GO_ON = 'Please go on with the task by calling a tool. When the task is finished, call the tool that ends it.';
const texts: Readonly<Record<NudgeCause, string>> = {
  'empty-reply': `Your last message was empty. ${GO_ON}`,
  'no-tool-call': `Your last message called no tool. ${GO_ON}`,
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
