import { describe, expect, it } from 'vitest';
import { costOfTokens } from './cost-of-tokens.ts';

const price = { inputUsdPerMillion: 1, outputUsdPerMillion: 10, source: 'given' };

describe('the cost of tokens', () => {
  it('counts input and output at their prices', () => {
    expect(costOfTokens({ inputTokens: 100_000, outputTokens: 50_000 }, price)).toBeCloseTo(0.6, 12);
  });

  it.each([
    [{ inputTokens: null, outputTokens: 5 }, price],
    [{ inputTokens: 5, outputTokens: null }, price],
    [{ inputTokens: 5, outputTokens: 5 }, undefined],
  ])('is unknown, never 0, where a part is unknown: %j', (tokens, known) => {
    expect(costOfTokens(tokens, known)).toBeNull();
  });
});
