import type { Clock } from '../../core/ports/clock.ts';

const MINUTE_MS = 60_000;
/** Timers may fire a millisecond early; a sleep is never so short that the clock need not have moved. */
const SHORTEST_SLEEP_MS = 10;
/** Node's timers overflow at 24 days. */
const LONGEST_SLEEP_MS = 60 * MINUTE_MS;

/** The end of a trial's time. `signal` aborts at that moment, or when the trial itself is aborted. */
export interface Deadline {
  readonly signal: AbortSignal;
  isOver(): boolean;
  /** Settles as `work` does, or rejects as soon as the signal aborts, even if `work` does not heed it. */
  within<T>(work: PromiseLike<T>): Promise<T>;
  /** Leaves no timer and no listener. */
  close(): void;
}

/** The clock decides, not the timer: on one that stands still while it sleeps, nothing is ever late. */
async function waitUntil(clock: Clock, endMs: number, signal: AbortSignal): Promise<boolean> {
  for (let nowMs = clock.nowMs(); nowMs < endMs;) {
    const sleepMs = Math.min(Math.max(endMs - nowMs, SHORTEST_SLEEP_MS), LONGEST_SLEEP_MS);
    await clock.sleep(sleepMs, signal);
    const wokenMs = clock.nowMs();
    if (wokenMs === nowMs) return false;
    nowMs = wokenMs;
  }
  return true;
}

/** Time runs from here on. The timer starts with the first request, so a trial that is only replayed has none. */
export function createDeadline(options: { readonly clock: Clock; readonly minutes: number; readonly signal: AbortSignal }): Deadline {
  const { clock, minutes, signal } = options;
  const endMs = clock.nowMs() + minutes * MINUTE_MS;
  const requests = new AbortController();
  const timer = new AbortController();
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  aborted.catch(() => {});
  let isTimed = false;

  const abort = (reason: unknown) => {
    requests.abort(reason);
    reject(reason);
  };
  const passOn = () => abort(signal.reason);
  const startTimer = () => {
    if (isTimed) return;
    isTimed = true;
    waitUntil(clock, endMs, timer.signal).then(
      (isLate) => isLate && abort(new Error(`the trial's ${minutes} minutes are over`)),
      () => {},
    );
  };

  if (signal.aborted) passOn();
  else signal.addEventListener('abort', passOn, { once: true });
  return {
    signal: requests.signal,
    isOver: () => clock.nowMs() >= endMs,
    within: <T>(work: PromiseLike<T>) => {
      startTimer();
      return Promise.race([work, aborted]);
    },
    close: () => {
      timer.abort();
      signal.removeEventListener('abort', passOn);
    },
  };
}
