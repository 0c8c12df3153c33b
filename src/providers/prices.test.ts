import { expect, it } from 'vitest';
import { priceOf, pricesAsOf } from './prices.ts';

it('knows a model by its exact id and by its dated snapshot, and says where the price is from', () => {
  const price = priceOf('anthropic', 'claude-haiku-4-5');
  expect(price).toEqual({ inputUsdPerMillion: 1, outputUsdPerMillion: 5, source: expect.stringContaining('platform.claude.com') });
  expect(priceOf('anthropic', 'claude-haiku-4-5-20251001')).toEqual(price);
  expect(priceOf('openai', 'gpt-5.2-2025-12-11')).toEqual(priceOf('openai', 'gpt-5.2'));
});

it('never guesses', () => {
  for (const modelId of ['gpt-5.2-pro', 'gpt-5', 'gpt-5.22', 'claude-haiku-4-5-2025', 'constructor', ''])
    expect(priceOf('openai', modelId)).toBeUndefined();
  expect(priceOf('google', 'gemini-2.5-pro-2026-01-01')).toBeUndefined();
  expect(priceOf('openai-compatible', 'gpt-5.2')).toBeUndefined();
});

it('is dated', () => {
  expect(pricesAsOf).toMatch(/^\d{4}-\d{2}-\d{2}$/);
});
