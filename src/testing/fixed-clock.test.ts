import { describe, expect, it } from 'vitest';
import { fixedClock } from './fixed-clock.ts';

describe('fixedClock', () => {
  it('moves by advance alone', () => {
    const clock = fixedClock({ startMs: 5 });
    clock.advance(10);
    expect(clock.nowMs()).toBe(15);
  });

  it('ends sleeps at once and remembers them', async () => {
    const clock = fixedClock();
    await clock.sleep(1000);
    await clock.sleep(30);
    expect({ sleeps: clock.sleeps, nowMs: clock.nowMs() }).toEqual({ sleeps: [1000, 30], nowMs: 0 });
  });

  it('wakes sleepers when time has come, the earliest first', async () => {
    const clock = fixedClock({ sleepsLast: true });
    const woken: string[] = [];
    const late = clock.sleep(20).then(() => woken.push('late'));
    const early = clock.sleep(10).then(() => woken.push('early'));
    clock.advance(9);
    expect(clock.sleeping).toBe(2);
    clock.advance(11);
    await Promise.all([late, early]);
    expect(woken).toEqual(['early', 'late']);
    expect(clock.sleeping).toBe(0);
  });

  it.each([true, false])("rejects with the signal's reason (already aborted: %s)", async (isAborted) => {
    const clock = fixedClock({ sleepsLast: true });
    const stop = new AbortController();
    if (isAborted) stop.abort(new Error('stop'));
    const sleeping = clock.sleep(10, stop.signal);
    stop.abort(new Error('stop'));
    await expect(sleeping).rejects.toThrow('stop');
    expect(clock.sleeping).toBe(0);
  });
});
