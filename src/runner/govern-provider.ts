import type { Provider } from '../core/ports/provider.ts';
import type { AdaptiveLimit } from './adaptive-limit.ts';

const TOO_MANY_REQUESTS = 429;

/** The same provider under an adaptive limit of requests at once. */
export function governProvider(provider: Provider, limit: AdaptiveLimit): Provider {
  return {
    id: provider.id,
    modelId: provider.modelId,
    isSimulated: provider.isSimulated,
    price: provider.price,
    reasoningVisibility: (result) => provider.reasoningVisibility(result),
    forTrial({ seed, onRetry }) {
      const model = provider.forTrial({
        seed,
        onRetry(retry) {
          if (retry.status === TOO_MANY_REQUESTS) limit.throttle();
          onRetry?.(retry);
        },
      });
      const { specificationVersion, provider: family, modelId } = model;
      return { specificationVersion, provider: family, modelId, doGenerate: (options) => limit.run(async () => model.doGenerate(options)) };
    },
  };
}
