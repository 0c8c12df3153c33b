import type { Price, Provider } from '../core/ports/provider.ts';
import type { RunSpending } from '../core/ports/store.ts';
import { createBudget, type BudgetLimits } from './budget.ts';
import { costOf } from './spending.ts';

/** Fewer characters a token than tokenizers show on our texts, so that what is held back is an upper bound. */
const CHARACTERS_PER_TOKEN = 2.5;
const UNBOUNDED_OUTPUT_TOKENS = 16_000;

/** What one command has used, over all its providers: judges, or the subjects of interviews. */
export interface SpendingWatch {
  readonly spent: RunSpending;
  /** Each reply at the price of the model that gave it; null as soon as a price, or what a reply took, is unknown. */
  costUsd(): number | null;
  /** The same provider, counted, and held back where the budget does not cover a request. */
  watch(provider: Provider): Provider;
}

/** Counts what is spent outside a run's trials and keeps it under limits. What a request may take at the most is held back before it is sent. */
export function createSpendingWatch(options: { readonly limits: BudgetLimits; readonly price: Price }): SpendingWatch {
  const spent = { requests: 0, inputTokens: 0, outputTokens: 0, unknownReplies: 0 };
  let costUsd: number | null = 0;
  const { usd, tokens } = options.limits;
  const isLimited = usd !== undefined || tokens !== undefined;
  const budget = isLimited ? createBudget({ ...options, spent: async () => ({ ...spent }) }) : undefined;
  return {
    spent,
    costUsd: () => costUsd,
    watch: (provider) => ({
      ...provider,
      reasoningVisibility: (result) => provider.reasoningVisibility(result),
      forTrial(given) {
        const model = provider.forTrial(given);
        return {
          ...model,
          async doGenerate(call) {
            const inputTokens = Math.ceil(JSON.stringify([call.prompt, call.tools, call.responseFormat]).length / CHARACTERS_PER_TOKEN);
            const release = await budget?.reserve({ inputTokens, outputTokens: call.maxOutputTokens ?? UNBOUNDED_OUTPUT_TOKENS });
            try {
              spent.requests += 1;
              const result = await model.doGenerate(call);
              const [input, output] = [result.usage.inputTokens.total, result.usage.outputTokens.total];
              if (input === undefined || output === undefined) spent.unknownReplies += 1;
              const own = costOf({ inputTokens: input ?? null, outputTokens: output ?? null }, provider.price);
              costUsd = costUsd === null || own === null ? null : costUsd + own;
              spent.inputTokens += input ?? 0;
              spent.outputTokens += output ?? 0;
              return result;
            } finally {
              release?.();
            }
          },
        };
      },
    }),
  };
}
