import { describe, expect, it } from 'vitest';
import { BudgetSpentError, ProviderError } from '../core/errors.ts';
import { scriptedProvider, type Script } from '../testing/scripted-provider.ts';
import { createSpendingWatch } from './spending-watch.ts';

const price = { inputUsdPerMillion: 1, outputUsdPerMillion: 2, source: 'given' };
const prompt = (text: string) => [{ role: 'user' as const, content: [{ type: 'text' as const, text }] }];

function watched(script: Script, limits: { readonly tokens?: number } = {}, reasonsBeyondLimit = false) {
  const provider = { ...scriptedProvider(script, { price }), reasonsBeyondLimit };
  const spending = createSpendingWatch({ limits, price });
  const model = spending.watch(provider).forTrial({ seed: 's' });
  return { provider, spending, model, ask: (text = 'Why?') => model.doGenerate({ prompt: prompt(text) }) };
}

const lost = new ProviderError('gone', { code: 'connection-broken', isRetryable: true });
const refused = new ProviderError('no', { code: 'rejected', isRetryable: false, status: 400 });

describe('a watch on spending', () => {
  it('bounds a reply only where there is a budget, by what it holds back', async () => {
    const free = watched([{ text: 'x' }]);
    await free.ask();
    expect(free.provider.calls[0]!.maxOutputTokens).toBeUndefined();
    const held = watched([{ text: 'x' }], { tokens: 17_000 });
    await held.ask();
    expect(held.provider.calls[0]!.maxOutputTokens).toBe(16_000);
  });

  it('takes text of any script for as many tokens as it may have', async () => {
    const limits = { tokens: 19_500 };
    await expect(watched([{ text: 'x' }], limits).ask('x'.repeat(3000))).resolves.toBeDefined();
    await expect(watched([{ text: 'x' }], limits).ask('停'.repeat(3000))).rejects.toThrow(BudgetSpentError);
  });

  it('holds what was lost on the way against the budget, and what was refused not', async () => {
    const free = watched([refused, { text: 'x' }], { tokens: 17_000 });
    await expect(free.ask()).rejects.toThrow(refused);
    await expect(free.ask()).resolves.toBeDefined();
    expect(free.spending.spent).toMatchObject({ requests: 2, unknownReplies: 0 });

    const charged = watched([lost, { text: 'x' }], { tokens: 17_000 });
    await expect(charged.ask()).rejects.toThrow(lost);
    await expect(charged.ask()).rejects.toThrow(BudgetSpentError);
    expect(charged.spending.spent).toMatchObject({ requests: 1, unknownReplies: 1 });
    expect([charged.spending.knownUsd(), charged.spending.costUsd()]).toEqual([0, null]);
  });

  it('sends nothing once more where what was lost leaves no room for it', async () => {
    const again =
      (mayHaveCost: boolean): Script =>
      (_sent, request) => {
        request.retry({ mayHaveCost });
        return { text: 'x' };
      };
    const tight = watched(again(true), { tokens: 17_000 });
    await expect(tight.ask()).rejects.toThrow(BudgetSpentError);
    expect(tight.spending.spent).toMatchObject({ requests: 1, unknownReplies: 1 });
    await expect(watched(again(true), { tokens: 34_000 }).ask()).resolves.toBeDefined();
    await expect(watched(again(false), { tokens: 17_000 }).ask()).resolves.toBeDefined();
  });

  it('holds back what an effort adds to a bound that does not count reasoning', async () => {
    const high = { maxOutputTokens: 2000, reasoning: 'high' as const };
    const plain = watched([{ text: 'x' }], { tokens: 3000 });
    await expect(plain.model.doGenerate({ prompt: prompt('Why?'), ...high })).resolves.toBeDefined();
    const beyond = watched([{ text: 'x' }], { tokens: 50_000 }, true);
    await expect(beyond.model.doGenerate({ prompt: prompt('Why?'), ...high })).rejects.toThrow(BudgetSpentError);
  });
});
