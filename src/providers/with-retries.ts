import type { ProviderError } from '../core/errors.ts';
import type { Clock } from '../core/ports/clock.ts';
import type { Retry } from '../core/ports/provider.ts';

const firstDelayMs = 1_000;
const longestDelayMs = 60_000;
/** A server that asks for more is asked again after this: a header in error must not put a run to sleep for a day. */
export const longestRetryAfterMs = 600_000;

export interface RetryPolicy {
  readonly clock: Clock;
  readonly random: () => number;
  readonly maxRetries: number;
  /** For one request. */
  readonly timeoutMs: number;
  readonly onRetry?: ((retry: Retry) => void) | undefined;
  /** Says what a failed request means; `isTimedOut` when our own limit ended it. */
  toError(cause: unknown, attempt: { readonly attempts: number; readonly isTimedOut: boolean }): ProviderError;
}

/**
 * Makes a request until it succeeds, fails for good, or the retries are used up. Waits with exponential backoff and full
 * jitter, or as long as the server asks. The caller's signal ends a request or a wait at once, with its own reason.
 */
export async function withRetries<T>(
  request: (signal: AbortSignal) => PromiseLike<T>,
  policy: RetryPolicy,
  caller?: AbortSignal,
): Promise<T> {
  for (let attempts = 1; ; attempts += 1) {
    caller?.throwIfAborted();
    const outcome = await requestOnce(request, policy, caller);
    if (outcome.isDone) return outcome.value;
    caller?.throwIfAborted();
    const error = policy.toError(outcome.cause, { attempts, isTimedOut: outcome.isTimedOut });
    if (!error.isRetryable || attempts > policy.maxRetries) throw error;
    const delayMs = retryDelayMs(error, attempts, policy.random);
    const { status, message: because, mayHaveCost } = error;
    policy.onRetry?.({ attempt: attempts, status, delayMs, because, mayHaveCost });
    await policy.clock.sleep(delayMs, caller);
  }
}

function retryDelayMs(error: ProviderError, attempts: number, random: () => number): number {
  if (error.retryAfterMs !== undefined) {
    const asked = Math.min(error.retryAfterMs, longestRetryAfterMs);
    return Math.ceil(asked * (1 + 0.1 * random()));
  }
  return Math.round(random() * Math.min(longestDelayMs, firstDelayMs * 2 ** (attempts - 1)));
}

type Outcome<T> =
  | { readonly isDone: true; readonly value: T }
  | { readonly isDone: false; readonly cause: unknown; readonly isTimedOut: boolean };

async function requestOnce<T>(
  request: (signal: AbortSignal) => PromiseLike<T>,
  { clock, timeoutMs }: RetryPolicy,
  caller: AbortSignal | undefined,
): Promise<Outcome<T>> {
  const limit = new AbortController();
  const over = new AbortController();
  const signal = caller ? AbortSignal.any([caller, limit.signal]) : limit.signal;
  void clock.sleep(timeoutMs, over.signal).then(
    () => limit.abort(new DOMException('the request took too long', 'TimeoutError')),
    () => undefined,
  );
  try {
    return { isDone: true, value: await unlessAborted(request(signal), signal) };
  } catch (cause) {
    return { isDone: false, cause, isTimedOut: limit.signal.aborted };
  } finally {
    over.abort();
  }
}

/** Ends with the signal even if what it waits for does not listen to it. */
async function unlessAborted<T>(work: PromiseLike<T>, signal: AbortSignal): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const stop = () => reject(signal.reason as Error);
  signal.addEventListener('abort', stop, { once: true });
  if (signal.aborted) stop();
  try {
    return await Promise.race([work, promise]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
