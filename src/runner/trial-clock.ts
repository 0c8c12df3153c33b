import type { Clock } from '../core/ports/clock.ts';
import type { Provider } from '../core/ports/provider.ts';
import type { Reserves } from './budget.ts';

/** A trial's own time: the wall clock less what the trial waited for others, which is not the subject's doing. */
export interface TrialClock {
  readonly clock: Clock;
  /** So many milliseconds passed, or are about to, in a queue, for a retry or for the budget. */
  waited(ms: number): void;
}

export function createTrialClock(clock: Clock): TrialClock {
  let waitedMs = 0;
  return {
    clock: {
      nowMs: () => clock.nowMs() - waitedMs,
      sleep: (ms, signal) => clock.sleep(ms, signal),
    },
    waited(ms) {
      // A millisecond of every wait counts, so that a trial's time never stands quite still.
      waitedMs += Math.max(0, ms - 1);
    },
  };
}

/** The same provider, whose retries and queues stop the trial's clock. */
export function withStoppedClock(provider: Provider, { waited }: TrialClock): Provider {
  return {
    id: provider.id,
    modelId: provider.modelId,
    isSimulated: provider.isSimulated,
    price: provider.price,
    reasonsBeyondLimit: provider.reasonsBeyondLimit ?? false,
    reasoningVisibility: (result) => provider.reasoningVisibility(result),
    forTrial: ({ seed, onRetry }) =>
      provider.forTrial({
        seed,
        onWait: waited,
        onRetry(retry) {
          waited(retry.delayMs);
          onRetry?.(retry);
        },
      }),
  };
}

/** The same budget; what a trial waits for it stops the trial's clock. */
export function patientBudget(budget: Reserves, clock: Clock, { waited }: TrialClock): Reserves {
  return {
    async reserve(bound) {
      const askedMs = clock.nowMs();
      const release = await budget.reserve(bound);
      waited(clock.nowMs() - askedMs);
      return release;
    },
  };
}
