import type { CallOptions, Provider } from '../core/ports/provider.ts';
import type { AdaptiveLimit } from './adaptive-limit.ts';
import type { Budget } from './budget.ts';

const CHARACTERS_PER_TOKEN = 2.5;
const UNBOUNDED_OUTPUT_TOKENS = 16_000;
const TOO_MANY_REQUESTS = 429;

/** An upper bound of a request's tokens: fewer characters a token than any tokenizer shows on our texts. */
function boundOf(options: CallOptions) {
  const characters = JSON.stringify([options.prompt, options.tools]).length;
  return {
    inputTokens: Math.ceil(characters / CHARACTERS_PER_TOKEN),
    outputTokens: options.maxOutputTokens ?? UNBOUNDED_OUTPUT_TOKENS,
  };
}

/** The same provider under the run's budget and its adaptive limit. Without a budget nothing is counted beforehand. */
export function governProvider(
  provider: Provider,
  rules: { readonly limit: AdaptiveLimit; readonly budget: Budget | undefined },
): Provider {
  const { limit, budget } = rules;
  return {
    ...provider,
    reasoningVisibility: (result) => provider.reasoningVisibility(result),
    forTrial({ seed, onRetry }) {
      const model = provider.forTrial({
        seed,
        onRetry(retry) {
          if (retry.status === TOO_MANY_REQUESTS) limit.throttle();
          onRetry?.(retry);
        },
      });
      return {
        specificationVersion: model.specificationVersion,
        provider: model.provider,
        modelId: model.modelId,
        doGenerate: (options) =>
          limit.run(async () => {
            const release = await budget?.reserve(boundOf(options));
            try {
              return await model.doGenerate(options);
            } finally {
              release?.();
            }
          }),
      };
    },
  };
}
