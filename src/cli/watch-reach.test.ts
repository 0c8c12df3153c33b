import { describe, expect, it } from 'vitest';
import type { Provider, Retry } from '../core/ports/provider.ts';
import { fixedClock } from '../testing/fixed-clock.ts';
import { scriptedProvider } from '../testing/scripted-provider.ts';
import { createReachWatch } from './watch-reach.ts';

const refused: Retry = {
  attempt: 1,
  status: undefined,
  delayMs: 1,
  because: 'wire:x could not be reached (ECONNREFUSED)',
  mayHaveCost: false,
};

/** A provider under watch whose retries the test tells by hand. */
function watched() {
  const clock = fixedClock();
  const scripted = scriptedProvider(() => ({ text: 'here' }));
  let retry: (failed: Retry) => void = () => {};
  const provider: Provider = {
    ...scripted,
    forTrial(options) {
      retry = (failed) => options.onRetry?.(failed);
      return scripted.forTrial(options);
    },
  };
  const watch = createReachWatch(clock);
  const told: Retry[] = [];
  const model = watch.watch(provider).forTrial({ seed: 'x', onRetry: (failed) => told.push(failed) });
  return { clock, watch, model, told, retry: (failed: Retry) => retry(failed) };
}

describe('createReachWatch', () => {
  it('gives up a server that was never there after five seconds, and still tells of retries', () => {
    const { clock, watch, retry, told } = watched();
    retry(refused);
    clock.advance(4999);
    retry(refused);
    expect(watch.signal.aborted).toBe(false);
    clock.advance(1);
    retry(refused);
    expect(watch.signal.reason).toMatchObject({ code: 'connection-broken', message: expect.stringContaining('has not answered once') });
    expect(told).toEqual([refused, refused, refused]);
  });

  it.each<[string, (on: ReturnType<typeof watched>) => unknown]>([
    ['replied once', ({ model }) => model.doGenerate({ prompt: [] })],
    ['answered once, if only that it is busy', ({ retry }) => retry({ ...refused, status: 503, because: 'answered 503' })],
  ])('leaves a server its retries that has %s', async (_name, answer) => {
    const on = watched();
    await answer(on);
    on.retry(refused);
    on.clock.advance(60_000);
    on.retry(refused);
    expect(on.watch.signal.aborted).toBe(false);
  });

  it('takes a slow server for no missing one', () => {
    const { clock, watch, retry } = watched();
    const slow = { ...refused, because: 'wire:x did not answer within 30 s' };
    retry(slow);
    clock.advance(30_000);
    retry(slow);
    expect(watch.signal.aborted).toBe(false);
  });
});
