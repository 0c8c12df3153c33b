import { usdOfTokens } from '../core/cost-of-tokens.ts';
import { BudgetSpentError } from '../core/errors.ts';
import type { Price } from '../core/ports/provider.ts';
import type { RunSpending } from '../core/ports/store.ts';

export interface BudgetLimits {
  readonly usd?: number | undefined;
  readonly tokens?: number | undefined;
}

/** What a request may cost at the most, before it is sent. */
export interface RequestBound {
  readonly inputTokens: number;
  readonly outputTokens: number;
}

export interface Reserves {
  /**
   * Resolves with a release once the request surely fits, waiting for requests in flight where they hold what is left.
   * @throws BudgetSpentError where it cannot fit any more
   */
  reserve(bound: RequestBound): Promise<() => void>;
}

export interface Budget extends Reserves {
  /** Before what is reserved is sent once more. @throws BudgetSpentError where what is spent by then leaves no room for it */
  checkAgain(bound: RequestBound, spent: RunSpending): void;
}

const sumOf = (one: RequestBound, other: RequestBound): RequestBound => ({
  inputTokens: one.inputTokens + other.inputTokens,
  outputTokens: one.outputTokens + other.outputTokens,
});

/**
 * One hard budget for a whole run, over all its processes: what was spent is read from the store, what is in flight is
 * held back at its upper bound. Where several models have several prices, `price` is the dearest of each kind.
 */
export function createBudget(options: { readonly limits: BudgetLimits; readonly price: Price; spent(): Promise<RunSpending> }): Budget {
  const { limits, price } = options;
  const reserved: RequestBound = { inputTokens: 0, outputTokens: 0 };
  const held = { ...reserved };
  let waiting: (() => void)[] = [];
  let releases = 0;

  const fits = (sum: RequestBound) =>
    (limits.tokens === undefined || sum.inputTokens + sum.outputTokens <= limits.tokens) &&
    (limits.usd === undefined || usdOfTokens(sum, price) <= limits.usd);

  const release = (bound: RequestBound) => {
    held.inputTokens -= bound.inputTokens;
    held.outputTokens -= bound.outputTokens;
    releases += 1;
    const woken = waiting;
    waiting = [];
    for (const wake of woken) wake();
  };

  const withUnknown = (spent: RunSpending, bound: RequestBound): RequestBound => {
    // What a reply without a count of tokens took is unknown, never nothing: it is taken to be as much as this one may.
    const requests = 1 + spent.unknownReplies;
    return {
      inputTokens: spent.inputTokens + bound.inputTokens * requests,
      outputTokens: spent.outputTokens + bound.outputTokens * requests,
    };
  };
  const refuse = (spent: RunSpending, bound: RequestBound) => new BudgetSpentError(describeSpent({ spent, bound }, limits, price));

  return {
    checkAgain(bound, spent) {
      const others = { inputTokens: held.inputTokens - bound.inputTokens, outputTokens: held.outputTokens - bound.outputTokens };
      if (!fits(sumOf(withUnknown(spent, bound), others))) throw refuse(spent, bound);
    },
    async reserve(bound) {
      for (;;) {
        const releasesBefore = releases;
        const spent = await options.spent();
        // What was given back meanwhile is neither held nor in this sum.
        if (releases !== releasesBefore) continue;
        const alone = withUnknown(spent, bound);
        if (!fits(alone)) throw refuse(spent, bound);
        if (fits(sumOf(alone, held))) {
          held.inputTokens += bound.inputTokens;
          held.outputTokens += bound.outputTokens;
          return () => release(bound);
        }
        await new Promise<void>((resolve) => waiting.push(resolve));
      }
    },
  };
}

function describeSpent({ spent, bound }: { spent: RunSpending; bound: RequestBound }, limits: BudgetLimits, price: Price): string {
  const tokens = `${spent.inputTokens + spent.outputTokens} tokens${limits.tokens === undefined ? '' : ` of ${limits.tokens}`}`;
  const usd = limits.usd === undefined ? '' : ` and $${usdOfTokens(spent, price).toFixed(4)} of $${limits.usd}`;
  const unknown = spent.unknownReplies === 0 ? '' : `, ${spent.unknownReplies} replies did not say what they took`;
  return `the budget does not cover another request: ${tokens}${usd} are spent${unknown}, and it may take ${bound.inputTokens} input and ${bound.outputTokens} output tokens. Give a larger budget to go on`;
}
