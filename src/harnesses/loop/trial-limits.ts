import type { LimitKind, Limits } from '../../core/outcome.ts';
import type { Price } from '../../core/ports/provider.ts';
import type { Usage } from '../../core/reply.ts';

export interface ReachedLimit {
  readonly limit: LimitKind;
  readonly because: string;
}

/** What the replies so far have used. A pure function of them, so that a replayed trial ends where it did before. */
export interface TrialLimits {
  count(usage: Usage): void;
  /** Asked before the request of `turn` (from 1). Time is the deadline's part. */
  reachedBefore(turn: number): ReachedLimit | undefined;
}

const TOKENS_PER_PRICE = 1_000_000;

/** Cached input counts at the full price: the limit may bind early, never late. */
export function createTrialLimits(limits: Limits, price: Price | undefined): TrialLimits {
  let inputTokens = 0;
  let outputTokens = 0;
  let unknownReplies = 0;

  const lowerBound = () =>
    unknownReplies === 0 ? '' : `; ${unknownReplies} of the replies did not report theirs, so this is a lower bound`;
  const tokensReached = (): ReachedLimit | undefined => {
    const used = inputTokens + outputTokens;
    if (limits.tokens === undefined || used < limits.tokens) return undefined;
    return { limit: 'tokens', because: `${used} tokens were used of the trial's ${limits.tokens}${lowerBound()}` };
  };
  const costReached = (): ReachedLimit | undefined => {
    if (limits.costUsd === undefined || price === undefined) return undefined;
    const costUsd = (inputTokens * price.inputUsdPerMillion + outputTokens * price.outputUsdPerMillion) / TOKENS_PER_PRICE;
    if (costUsd < limits.costUsd) return undefined;
    return { limit: 'cost', because: `${costUsd.toFixed(4)} US dollars were spent of the trial's ${limits.costUsd}${lowerBound()}` };
  };

  return {
    count(usage) {
      inputTokens += usage.inputTokens ?? 0;
      outputTokens += usage.outputTokens ?? 0;
      if (usage.inputTokens === null || usage.outputTokens === null) unknownReplies += 1;
    },
    reachedBefore(turn) {
      if (turn > limits.turns) return { limit: 'turns', because: `the trial's ${limits.turns} turns are used up` };
      return tokensReached() ?? costReached();
    },
  };
}
