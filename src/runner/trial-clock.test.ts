import { describe, expect, it } from 'vitest';
import type { Provider } from '../core/ports/provider.ts';
import { fixedClock } from '../testing/fixed-clock.ts';
import { scriptedProvider } from '../testing/scripted-provider.ts';
import { createAdaptiveLimit } from './adaptive-limit.ts';
import { governProvider } from './govern-provider.ts';
import { createTrialClock, patientBudget, withStoppedClock } from './trial-clock.ts';

const retry = { attempt: 1, status: 429, delayMs: 600_000, because: '429', mayHaveCost: false };

describe("a trial's clock", () => {
  it('runs as the wall clock does, less what was waited', () => {
    const wall = fixedClock({ startMs: 1000 });
    const trial = createTrialClock(wall);
    wall.advance(500);
    expect(trial.clock.nowMs()).toBe(1500);
    trial.waited(401);
    expect(trial.clock.nowMs()).toBe(1100);
  });

  it('stands still while a provider waits for its next try', () => {
    const trial = createTrialClock(fixedClock({ startMs: 1_000_000 }));
    const told: number[] = [];
    const inner = scriptedProvider([]);
    const provider: Provider = { ...inner, forTrial: (options) => (options.onRetry?.(retry), inner.forTrial(options)) };
    withStoppedClock(provider, trial).forTrial({ seed: 's', onRetry: ({ delayMs }) => told.push(delayMs) });
    expect(trial.clock.nowMs()).toBe(1_000_000 - 599_999);
    expect(told).toEqual([600_000]);
  });

  it('stands still in the queue of an adaptive limit', async () => {
    const wall = fixedClock({ startMs: 0 });
    const limit = createAdaptiveLimit(1);
    const waits: number[] = [];
    const { promise: first, resolve: endFirst } = Promise.withResolvers<void>();
    void limit.run(() => first);
    const model = governProvider(scriptedProvider([{ text: 'hi' }]), limit, wall).forTrial({ seed: 's', onWait: (ms) => waits.push(ms) });
    const reply = model.doGenerate({ prompt: [] });
    wall.advance(5000);
    endFirst();
    await reply;
    expect(waits).toEqual([5000]);
  });

  it('stands still while the budget is asked', async () => {
    const wall = fixedClock({ startMs: 0 });
    const trial = createTrialClock(wall);
    const slow = { reserve: async () => (wall.advance(2001), () => {}) };
    await patientBudget(slow, wall, trial).reserve({ inputTokens: 1, outputTokens: 1 });
    expect(trial.clock.nowMs()).toBe(1);
  });
});
