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

it('knows the same model at another host by the id that it has there', () => {
  expect(priceOf('vertex', 'claude-haiku-4-5@20251001')).toMatchObject({ inputUsdPerMillion: 1, outputUsdPerMillion: 5 });
  expect(priceOf('vertex', 'gemini-3-flash-preview')).toMatchObject({ inputUsdPerMillion: 0.5, outputUsdPerMillion: 3 });
  expect(priceOf('together', 'moonshotai/Kimi-K2.5')).toMatchObject({ source: expect.stringContaining('until 2026-05-21') });
  for (const modelId of ['claude-haiku-4-5', 'zai-org/GLM-4.7']) {
    expect([priceOf('vertex', modelId), priceOf('together', modelId), priceOf('bedrock', modelId)]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  }
});

it('is dated', () => {
  expect(pricesAsOf).toMatch(/^\d{4}-\d{2}-\d{2}$/);
});
