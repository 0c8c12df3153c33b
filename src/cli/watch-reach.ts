import { ProviderError } from '../core/errors.ts';
import type { Clock } from '../core/ports/clock.ts';
import type { Provider, Retry } from '../core/ports/provider.ts';

/** A server that has never answered is given up after this long; one that has answered gets all its retries. */
const PATIENCE_MS = 5000;

/** Ends a run soon whose model server is not there at all. */
export interface ReachWatch {
  /** Aborts with a `ProviderError`. */
  readonly signal: AbortSignal;
  watch(provider: Provider): Provider;
}

export function createReachWatch(clock: Clock): ReachWatch {
  const controller = new AbortController();
  return { signal: controller.signal, watch: (provider) => watched(provider, clock, (error) => controller.abort(error)) };
}

function watched(provider: Provider, clock: Clock, giveUp: (error: ProviderError) => void): Provider {
  let hasAnswered = false;
  let firstMs: number | undefined;
  const note = ({ status, because }: Retry) => {
    if (status !== undefined) hasAnswered = true;
    if (hasAnswered || !because.includes('could not be reached')) return;
    firstMs ??= clock.nowMs();
    if (clock.nowMs() - firstMs < PATIENCE_MS) return;
    giveUp(
      new ProviderError(`${because}. It has not answered once, so the run was stopped`, { code: 'connection-broken', isRetryable: true }),
    );
  };
  return {
    ...provider,
    reasoningVisibility: (result) => provider.reasoningVisibility(result),
    forTrial(options) {
      const model = provider.forTrial({
        ...options,
        onRetry(retry) {
          note(retry);
          options.onRetry?.(retry);
        },
      });
      return {
        ...model,
        async doGenerate(call) {
          const result = await model.doGenerate(call);
          hasAnswered = true;
          return result;
        },
      };
    },
  };
}
