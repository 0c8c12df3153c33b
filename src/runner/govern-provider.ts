import type { Provider } from '../core/ports/provider.ts';
import type { Clock } from '../core/ports/clock.ts';
import type { AdaptiveLimit } from './adaptive-limit.ts';

const TOO_MANY_REQUESTS = 429;

/** The same provider under an adaptive limit of requests at once. */
export function governProvider(provider: Provider, limit: AdaptiveLimit, clock: Clock): Provider {
  return {
    id: provider.id,
    modelId: provider.modelId,
    isSimulated: provider.isSimulated,
    price: provider.price,
    reasonsBeyondLimit: provider.reasonsBeyondLimit ?? false,
    reasoningVisibility: (result) => provider.reasoningVisibility(result),
    forTrial({ seed, onRetry, onWait }) {
      const model = provider.forTrial({
        seed,
        onRetry(retry) {
          if (retry.status === TOO_MANY_REQUESTS) limit.throttle();
          onRetry?.(retry);
        },
      });
      const { specificationVersion, provider: family, modelId } = model;
      const doGenerate: typeof model.doGenerate = (options) => {
        const queuedMs = clock.nowMs();
        return limit.run(async () => {
          onWait?.(clock.nowMs() - queuedMs);
          return model.doGenerate(options);
        });
      };
      return { specificationVersion, provider: family, modelId, doGenerate };
    },
  };
}
