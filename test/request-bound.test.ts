import { describe, expect, it } from 'vitest';
import { createWireProvider } from '../src/providers/create-provider.ts';
import { mostOutputTokens } from '../src/runner/request-bound.ts';
import { fixedClock } from '../src/testing/fixed-clock.ts';

const environment = {
  OPENAI_API_KEY: 'k',
  ANTHROPIC_API_KEY: 'k',
  GOOGLE_GENERATIVE_AI_API_KEY: 'k',
  OPENROUTER_API_KEY: 'k',
  TOGETHER_API_KEY: 'k',
  AWS_BEARER_TOKEN_BEDROCK: 'k',
  AWS_REGION: 'eu-central-1',
};

interface SentBody {
  readonly max_tokens?: number;
  readonly max_output_tokens?: number;
  readonly max_completion_tokens?: number;
  readonly generationConfig?: { readonly maxOutputTokens?: number };
  readonly inferenceConfig?: { readonly maxTokens?: number };
}

/** What a family asks its API for at the most, where our call asks for 2,000 tokens and reasons with an effort. */
async function sentLimit(spec: string, reasoning: 'low' | 'high') {
  const bodies: SentBody[] = [];
  const fetch: typeof globalThis.fetch = async (_input, init) => {
    if (typeof init?.body === 'string') bodies.push(JSON.parse(init.body) as SentBody);
    return new Response('{"error":{"message":"not today"}}', { status: 400 });
  };
  const provider = createWireProvider(spec, { environment, fetch, clock: fixedClock({ sleepsLast: true }), random: () => 0 });
  const call = { prompt: [{ role: 'user' as const, content: [{ type: 'text' as const, text: 'Hi' }] }], maxOutputTokens: 2000, reasoning };
  await expect(provider.forTrial({ seed: 's' }).doGenerate(call)).rejects.toThrow('not today');
  const [{ max_tokens, max_output_tokens, max_completion_tokens, generationConfig, inferenceConfig } = {} as SentBody] = bodies;
  const sent = max_tokens ?? max_output_tokens ?? max_completion_tokens ?? generationConfig?.maxOutputTokens ?? inferenceConfig?.maxTokens;
  return { sent, most: mostOutputTokens(call, provider) };
}

describe('what is held back for a reply', () => {
  it.each([
    ['openai:gpt-5.2', 2000],
    ['google:gemini-2.5-flash', 2000],
    ['openrouter:moonshotai/kimi-k2.5', 2000],
    ['together:moonshotai/Kimi-K2.5', 2000],
    ['anthropic:claude-haiku-4-5', 40_400],
    ['anthropic:claude-opus-4-6', 2000],
    ['bedrock:us.anthropic.claude-haiku-4-5-20251001-v1:0', 40_400],
  ])('covers what %s is asked for with its reasoning', async (spec, limit) => {
    const { sent, most } = await sentLimit(spec, 'high');
    expect(sent).toBe(limit);
    expect(most).toBeGreaterThanOrEqual(limit);
    const low = await sentLimit(spec, 'low');
    expect(low.most).toBeGreaterThanOrEqual(low.sent!);
  });
});
