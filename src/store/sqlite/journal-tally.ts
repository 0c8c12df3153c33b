import type { RunSpending } from '../../core/ports/store.ts';
import type { Reply } from '../../core/reply.ts';

/** What a journal row counts. A note of a request has null `requests`, a reply has at least 1. */
export interface JournalCounts {
  readonly turn: number;
  readonly requests: number | null;
  readonly inputTokens: number | null;
  readonly outputTokens: number | null;
}

export interface JournalTally {
  add(row: JournalCounts): void;
  /** Requests that were noted and whose replies are not here. */
  unanswered(): number;
  spent(): RunSpending;
}

/** A provider may report what is no whole number; a column takes only those. */
const wholeTokens = (tokens: number | null) => (tokens === null || !Number.isFinite(tokens) ? null : Math.round(tokens));

export function replyCounts(turn: number, reply: Reply): JournalCounts & { readonly requests: number } {
  return {
    turn,
    requests: Math.max(1, Math.round(reply.attempts)),
    inputTokens: wholeTokens(reply.usage.inputTokens),
    outputTokens: wholeTokens(reply.usage.outputTokens),
  };
}

/** Rows come in the order in which they were written: a reply answers the notes of its turn that stand before it. */
export function createJournalTally(lostBefore: number): JournalTally {
  const pending = new Map<number, number>();
  let requests = lostBefore;
  let inputTokens = 0;
  let outputTokens = 0;
  let unknownReplies = 0;
  const unanswered = () => [...pending.values()].reduce((sum, notes) => sum + notes, 0);
  return {
    add: (row) => {
      if (row.requests === null) {
        pending.set(row.turn, (pending.get(row.turn) ?? 0) + 1);
        return;
      }
      pending.delete(row.turn);
      requests += row.requests;
      inputTokens += row.inputTokens ?? 0;
      outputTokens += row.outputTokens ?? 0;
      if (row.inputTokens === null && row.outputTokens === null) unknownReplies += 1;
    },
    unanswered,
    spent: () => ({ requests: requests + unanswered(), inputTokens, outputTokens, unknownReplies }),
  };
}
