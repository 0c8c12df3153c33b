import { describe, expect, it } from 'vitest';
import { ProviderError } from '../core/errors.ts';
import type { Clock } from '../core/ports/clock.ts';
import { longestRetryAfterMs, withRetries, type RetryPolicy } from './with-retries.ts';

const timeoutMs = 77_777;

/** Waits end at once and are recorded; the limit of a request lasts until it is over. */
function policy(choices: Partial<RetryPolicy> & { retryAfterMs?: number; isRetryable?: boolean } = {}): RetryPolicy & { waits: number[] } {
  const waits: number[] = [];
  const clock: Clock = {
    nowMs: () => 0,
    sleep: async (ms, signal) => {
      if (ms !== timeoutMs) waits.push(ms);
      else await new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason as Error)));
    },
  };
  const { retryAfterMs, isRetryable = true, ...rest } = choices;
  const toError: RetryPolicy['toError'] = (cause, { attempts }) =>
    new ProviderError(String(cause), { code: 'server-error', isRetryable, attempts, retryAfterMs, cause });
  return { clock, waits, random: () => 0.999_999, maxRetries: 5, timeoutMs, toError, ...rest };
}

const failing = async () => Promise.reject(new Error('away'));

describe('withRetries', () => {
  it('gives the first success and makes no further request', async () => {
    let requests = 0;
    const flaky = async () => {
      requests += 1;
      if (requests < 3) throw new Error('away');
      return requests;
    };
    expect(await withRetries(flaky, policy())).toBe(3);
    expect(requests).toBe(3);
  });

  it('backs off from one second to one minute and never longer', async () => {
    const patient = policy({ maxRetries: 8 });
    await expect(withRetries(failing, patient)).rejects.toMatchObject({ attempts: 9 });
    expect(patient.waits).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000]);
  });

  it('spreads waits over the whole interval', async () => {
    const lucky = policy({ random: () => 0, maxRetries: 2 });
    await expect(withRetries(failing, lucky)).rejects.toThrow('away');
    expect(lucky.waits).toEqual([0, 0]);
  });

  it('waits longer than a minute if the server asks, but not for a day', async () => {
    const asked = policy({ retryAfterMs: 200_000, random: () => 0, maxRetries: 1 });
    await expect(withRetries(failing, asked)).rejects.toThrow('away');
    expect(asked.waits).toEqual([200_000]);
    const absurd = policy({ retryAfterMs: 86_400_000, random: () => 0, maxRetries: 1 });
    await expect(withRetries(failing, absurd)).rejects.toThrow('away');
    expect(absurd.waits).toEqual([longestRetryAfterMs]);
  });

  it('does not repeat what is not worth it, nor anything with no retries left', async () => {
    let requests = 0;
    const count = async () => {
      requests += 1;
      throw new Error('no');
    };
    await expect(withRetries(count, policy({ isRetryable: false }))).rejects.toMatchObject({ attempts: 1 });
    await expect(withRetries(count, policy({ maxRetries: 0 }))).rejects.toMatchObject({ attempts: 1 });
    expect(requests).toBe(2);
  });

  it('ends with the signal even if the request does not listen to it', async () => {
    const stop = new AbortController();
    const asked = withRetries(async () => new Promise(() => undefined), policy(), stop.signal);
    stop.abort(new Error('enough'));
    await expect(asked).rejects.toThrow('enough');
  });

  it('tells whoever counts about every retry before it waits', async () => {
    const told: unknown[] = [];
    await expect(withRetries(failing, policy({ maxRetries: 2, onRetry: (retry) => told.push(retry) }))).rejects.toThrow('away');
    expect(told).toEqual([
      { attempt: 1, status: undefined, delayMs: 1_000, because: 'Error: away', mayHaveCost: true },
      { attempt: 2, status: undefined, delayMs: 2_000, because: 'Error: away', mayHaveCost: true },
    ]);
  });
});
