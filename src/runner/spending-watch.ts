import { ProviderError } from '../core/errors.ts';
import type { CallOptions, GenerateResult, LanguageModel, Price, Provider } from '../core/ports/provider.ts';
import type { RunSpending } from '../core/ports/store.ts';
import { reportedCount } from '../util/reported-count.ts';
import { createBudget, type Budget, type BudgetLimits } from './budget.ts';
import { mostInputTokens, UNBOUNDED_OUTPUT_TOKENS } from './request-bound.ts';
import { costOf } from './spending.ts';

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
  const [input, output] = [reportedCount(usage.inputTokens.total), reportedCount(usage.outputTokens.total)];
  if (input === null || output === null) spent.unknownReplies += 1;
  spent.inputTokens += input ?? 0;
  spent.outputTokens += output ?? 0;
  const own = costOf({ inputTokens: input ?? 0, outputTokens: output ?? 0 }, price);
  sums.knownUsd = sums.knownUsd === null || own === null ? null : sums.knownUsd + own;
}

/** One that breaks off, by our own interrupt too, may have been worked on and charged all the same. */
function enterFailure(error: unknown, { spent }: Sums): void {
  if (!(error instanceof ProviderError) || error.mayHaveCost) spent.unknownReplies += 1;
}

/** Where there is a budget, a reply is bounded by what is held back for it. */
function bounded(call: CallOptions): CallOptions & { readonly maxOutputTokens: number } {
  return { ...call, maxOutputTokens: call.maxOutputTokens ?? UNBOUNDED_OUTPUT_TOKENS };
}

async function reserve(budget: Budget, { prompt, tools, responseFormat, maxOutputTokens }: ReturnType<typeof bounded>) {
  return budget.reserve({ inputTokens: mostInputTokens([prompt, tools, responseFormat]), outputTokens: maxOutputTokens });
}

function watchModel(model: LanguageModel, price: Price | undefined, { budget, sums }: { budget: Budget | undefined; sums: Sums }) {
  const doGenerate: LanguageModel['doGenerate'] = async (given) => {
    const call = budget ? bounded(given) : given;
    const release = budget && (await reserve(budget, bounded(given)));
    try {
      sums.spent.requests += 1;
      const result = await model.doGenerate(call);
      enterReply(result, price, sums);
      return result;
    } catch (error) {
      enterFailure(error, sums);
      throw error;
    } finally {
      release?.();
    }
  };
  return { ...model, doGenerate };
}

/**
 * Counts what is spent outside a run's trials and keeps it under limits. What a request may take at the most is held back before it is sent;
 * one whose cost is not told counts against the limits at as much as the next may take.
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
      forTrial(given) {
        const model = provider.forTrial({
          ...given,
          onRetry(retry) {
            spent.requests += 1;
            if (retry.mayHaveCost) spent.unknownReplies += 1;
            given.onRetry?.(retry);
          },
        });
        return watchModel(model, provider.price, { budget, sums });
      },
    }),
  };
}
