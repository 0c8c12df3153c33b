import { setImmediate, setTimeout } from 'node:timers/promises';
import type { Clock } from '../core/ports/clock.ts';

/** The machine's own clock: the only place where the wall clock is read. */
export const systemClock: Clock = {
  nowMs: () => Date.now(),
  async sleep(ms, signal) {
    try {
      await setTimeout(ms, undefined, signal ? { signal } : {});
    } catch (error) {
      throw signal?.aborted === true ? signal.reason : error;
    }
  },
};

/** Lets timers, signals and sockets have their turn between two trials that never wait. */
export const breathe = (): Promise<void> => setImmediate();

/** Calls `tell` every so often until it is stopped; never keeps a process alive. */
export function every(ms: number, tell: () => void): { stop(): void } {
  const timer = globalThis.setInterval(tell, ms);
  timer.unref();
  return { stop: () => globalThis.clearInterval(timer) };
}
