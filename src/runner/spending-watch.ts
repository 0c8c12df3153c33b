import { costOfTokens } from '../core/cost-of-tokens.ts';
import { ProviderError } from '../core/errors.ts';
import type { CallOptions, GenerateResult, LanguageModel, Price, Provider } from '../core/ports/provider.ts';
import type { RunSpending } from '../core/ports/store.ts';
import { toldCount } from '../util/told-count.ts';
import { createBudget, type Budget, type BudgetLimits, type RequestBound } from './budget.ts';
import { requestBound, UNBOUNDED_OUTPUT_TOKENS } from './request-bound.ts';

/** What one command has used, over all its providers: judges, or the subjects of interviews. */
export interface SpendingWatch {
  /** Tokens are those that replies told. `unknownReplies` did not tell, or were lost on the way and may be charged. */
  readonly spent: Readonly<RunSpending>;
  /** US dollars of what was told, each reply at the price of the model that gave it; null where one has no known price. */
  knownUsd(): number | null;
  /** The same where all of it is known; null otherwise. */
  costUsd(): number | null;
  /** The same provider, counted, and held back where the budget does not cover a request. */
  watch(provider: Provider): Provider;
}

interface Sums {
  readonly spent: { -readonly [Key in keyof RunSpending]: RunSpending[Key] };
  knownUsd: number | null;
}

function enterReply({ usage }: GenerateResult, price: Price | undefined, sums: Sums): void {
  const { spent } = sums;
  const [input, output] = [toldCount(usage.inputTokens.total), toldCount(usage.outputTokens.total)];
  if (input === null || output === null) spent.unknownReplies += 1;
  spent.inputTokens += input ?? 0;
  spent.outputTokens += output ?? 0;
  const own = costOfTokens({ inputTokens: input ?? 0, outputTokens: output ?? 0 }, price);
  sums.knownUsd = sums.knownUsd === null || own === null ? null : sums.knownUsd + own;
}

/** One request on its way, and its retries. */
interface Asking {
  isSent: boolean;
  bound?: RequestBound;
}

/** What was sent and breaks off, by our own interrupt too, may have been worked on and charged all the same. */
function enterFailure(error: unknown, { isSent }: Asking, { spent }: Sums): void {
  if (isSent && (!(error instanceof ProviderError) || error.mayHaveCost)) spent.unknownReplies += 1;
}

/** Where there is a budget, a reply is bounded by what is held back for it. */
const bounded = (call: CallOptions): CallOptions => ({ ...call, maxOutputTokens: call.maxOutputTokens ?? UNBOUNDED_OUTPUT_TOKENS });

interface Watching {
  readonly budget: Budget | undefined;
  readonly sums: Sums;
}

type TrialOptions = Parameters<Provider['forTrial']>[0];

function watchModel(provider: Provider, given: TrialOptions, { budget, sums }: Watching): LanguageModel {
  const { spent } = sums;
  const asking: Asking = { isSent: false };
  const model = provider.forTrial({
    ...given,
    onSend() {
      asking.isSent = true;
      spent.requests += 1;
      if (provider.price === undefined) sums.knownUsd = null;
      given.onSend?.();
    },
    onRetry(retry) {
      asking.isSent = false;
      if (retry.mayHaveCost) spent.unknownReplies += 1;
      if (asking.bound) budget?.checkAgain(asking.bound, spent);
      given.onRetry?.(retry);
    },
  });
  const doGenerate: LanguageModel['doGenerate'] = async (wanted) => {
    const call = budget ? bounded(wanted) : wanted;
    asking.isSent = false;
    asking.bound = requestBound(call, provider);
    const release = await budget?.reserve(asking.bound);
    try {
      const result = await model.doGenerate(call);
      enterReply(result, provider.price, sums);
      return result;
    } catch (error) {
      enterFailure(error, asking, sums);
      throw error;
    } finally {
      release?.();
    }
  };
  return { ...model, doGenerate };
}

/**
 * Counts what is spent outside a run's trials and keeps it under limits. What a request may take at the most is held back before it is sent, and
 * before it is sent again; one whose cost is not told counts against the limits at as much as the next may take.
 */
export function createSpendingWatch(options: { readonly limits: BudgetLimits; readonly price: Price }): SpendingWatch {
  const sums: Sums = { spent: { requests: 0, inputTokens: 0, outputTokens: 0, unknownReplies: 0 }, knownUsd: 0 };
  const { spent } = sums;
  const { usd, tokens } = options.limits;
  const isLimited = usd !== undefined || tokens !== undefined;
  const budget = isLimited ? createBudget({ ...options, spent: async () => ({ ...spent }) }) : undefined;
  return {
    spent,
    knownUsd: () => sums.knownUsd,
    costUsd: () => (spent.unknownReplies > 0 ? null : sums.knownUsd),
    watch: (provider) => ({
      ...provider,
      reasoningVisibility: (result) => provider.reasoningVisibility(result),
      forTrial: (given) => watchModel(provider, given, { budget, sums }),
    }),
  };
}
