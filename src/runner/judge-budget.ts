import type { Price, Provider } from '../core/ports/provider.ts';
import type { RunSpending } from '../core/ports/store.ts';
import { createBudget, type BudgetLimits } from './budget.ts';

/** Fewer characters a token than tokenizers show on our texts, so that what is held back is an upper bound. */
const CHARACTERS_PER_TOKEN = 2.5;
const UNBOUNDED_OUTPUT_TOKENS = 16_000;

/** What judges have used in one go, over all of them. */
export interface JudgeSpending {
  readonly spent: RunSpending;
  /** The same provider, counted, and held back where the budget does not cover a request. */
  watch(provider: Provider): Provider;
}

/** Counts what judges spend and keeps it under limits. What a request may take at the most is held back before it is sent. */
export function createJudgeSpending(options: { readonly limits: BudgetLimits; readonly price: Price }): JudgeSpending {
  const spent = { requests: 0, inputTokens: 0, outputTokens: 0, unknownReplies: 0 };
  const { usd, tokens } = options.limits;
  const isLimited = usd !== undefined || tokens !== undefined;
  const budget = isLimited ? createBudget({ ...options, spent: async () => ({ ...spent }) }) : undefined;
  return {
    spent,
    watch: (provider) => ({
      ...provider,
      reasoningVisibility: (result) => provider.reasoningVisibility(result),
      forTrial(given) {
        const model = provider.forTrial(given);
        return {
          ...model,
          async doGenerate(call) {
            const inputTokens = Math.ceil(JSON.stringify([call.prompt, call.responseFormat]).length / CHARACTERS_PER_TOKEN);
            const release = await budget?.reserve({ inputTokens, outputTokens: call.maxOutputTokens ?? UNBOUNDED_OUTPUT_TOKENS });
            try {
              spent.requests += 1;
              const result = await model.doGenerate(call);
              const [input, output] = [result.usage.inputTokens.total, result.usage.outputTokens.total];
              if (input === undefined || output === undefined) spent.unknownReplies += 1;
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
