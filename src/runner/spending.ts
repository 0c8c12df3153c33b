import { costOfTokens } from '../core/cost-of-tokens.ts';
import type { Outcome } from '../core/outcome.ts';
import type { Price } from '../core/ports/provider.ts';
import type { Usage } from '../core/reply.ts';
import type { Event } from '../core/transcript.ts';
import type { Spending } from '../core/trial.ts';

/** A sum that stays unknown as soon as one part is unknown. */
function sumKnown(values: readonly (number | null)[]): number | null {
  return values.reduce<number | null>((sum, value) => (sum === null || value === null ? null : sum + value), 0);
}

/** Requests that a provider failed for good: no reply tells of them. */
function failedRequests(outcome: Outcome): number {
  return outcome.kind === 'failed' ? (outcome.requests ?? 0) : 0;
}

/** What a trial cost, from its replies. `repeated` requests were lost to a kill: paid for, their tokens unknown. */
export function spendingOf(events: readonly Event[], lostRequests: number, price: Price | undefined): Spending {
  const replies = events.flatMap((event) => ('reply' in event && event.reply ? [event.reply] : []));
  const usage: Usage = {
    inputTokens: sumKnown(replies.map((reply) => reply.usage.inputTokens)),
    outputTokens: sumKnown(replies.map((reply) => reply.usage.outputTokens)),
    cachedInputTokens: sumKnown(replies.map((reply) => reply.usage.cachedInputTokens)),
    reasoningTokens: sumKnown(replies.map((reply) => reply.usage.reasoningTokens)),
  };
  const failed = events.reduce((sum, event) => sum + (event.type === 'trial-ended' ? failedRequests(event.outcome) : 0), 0);
  const requests = replies.reduce((sum, reply) => sum + reply.attempts, lostRequests + failed);
  return { requests, repeated: lostRequests, usage, costUsd: costOfTokens(usage, price) };
}
