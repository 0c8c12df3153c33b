import type { Clock } from '../core/ports/clock.ts';

export interface FixedClock extends Clock {
  /** Moves time on and wakes who is due, the earliest first. */
  advance(ms: number): void;
  /** How long each sleep was asked to be, in order. */
  readonly sleeps: readonly number[];
  /** How many sleep now. */
  readonly sleeping: number;
}

interface Sleeper {
  readonly dueMs: number;
  wake(): void;
}

/**
 * A clock that moves only by `advance`. Sleeps are recorded and end at once, so that no test waits for a retry; with
 * `sleepsLast` they end when time has been advanced that far.
 */
export function fixedClock({
  startMs = 0,
  sleepsLast = false,
}: { readonly startMs?: number; readonly sleepsLast?: boolean } = {}): FixedClock {
  let nowMs = startMs;
  const sleeps: number[] = [];
  const sleepers = new Set<Sleeper>();

  const sleepUntil = async (dueMs: number, signal: AbortSignal | undefined) => {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const sleeper: Sleeper = { dueMs, wake: resolve };
    const stop = () => reject(signal?.reason);
    sleepers.add(sleeper);
    signal?.addEventListener('abort', stop, { once: true });
    try {
      await promise;
    } finally {
      sleepers.delete(sleeper);
      signal?.removeEventListener('abort', stop);
    }
  };

  return {
    sleeps,
    get sleeping() {
      return sleepers.size;
    },
    nowMs: () => nowMs,
    async sleep(ms, signal) {
      signal?.throwIfAborted();
      sleeps.push(ms);
      if (sleepsLast && ms > 0) await sleepUntil(nowMs + ms, signal);
    },
    advance(ms) {
      nowMs += ms;
      const due = [...sleepers].filter(({ dueMs }) => dueMs <= nowMs).toSorted((a, b) => a.dueMs - b.dueMs);
      for (const sleeper of due) sleeper.wake();
    },
  };
}
