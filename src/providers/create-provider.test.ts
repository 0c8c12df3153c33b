import { afterEach, describe, expect, it, vi } from 'vitest';
import { UsageError } from '../core/errors.ts';
import { fixedClock } from '../testing/fixed-clock.ts';
import { createWireProvider } from './create-provider.ts';
import type { Environment } from './provider-keys.ts';

const asked: string[] = [];
const fetch: typeof globalThis.fetch = async (input, init) => {
  asked.push(
    `${input instanceof Request ? input.url : input.toString()} ${JSON.stringify(Object.fromEntries(new Headers(init?.headers)))}`,
  );
  return new Response('{"error":{"message":"not today"}}', { status: 400 });
};
const create = (spec: string, environment: Environment, choices: { baseUrl?: string } = {}) =>
  createWireProvider(spec, { environment, fetch, clock: fixedClock({ sleepsLast: true }), random: () => 0, ...choices });
const ask = async (spec: string, environment: Environment, choices: { baseUrl?: string } = {}) => {
  asked.length = 0;
  const model = create(spec, environment, choices).forTrial({ seed: 's' });
  await expect(model.doGenerate({ prompt: [{ role: 'user', content: [{ type: 'text', text: 'Hi' }] }] })).rejects.toThrow('not today');
  return asked.join('\n');
};

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('createWireProvider', () => {
  it('splits the family from a model name that may itself hold colons', () => {
    const provider = create('openai-compatible:llama3.1:8b', {}, { baseUrl: 'http://localhost:11434/v1' });
    expect(provider).toMatchObject({ id: 'openai-compatible:llama3.1:8b', modelId: 'llama3.1:8b', isSimulated: false, price: undefined });
  });

  it('knows the price of a model in the table, unless one is given', () => {
    expect(create('anthropic:claude-haiku-4-5', { ANTHROPIC_API_KEY: 'k' }).price).toMatchObject({
      inputUsdPerMillion: 1,
      outputUsdPerMillion: 5,
    });
    const price = { inputUsdPerMillion: 9, outputUsdPerMillion: 9, source: '--price' };
    const deps = { environment: { ANTHROPIC_API_KEY: 'k' }, fetch, clock: fixedClock(), random: () => 0, price };
    expect(createWireProvider('anthropic:claude-haiku-4-5', deps).price).toBe(price);
  });

  it('suggests the nearest family', () => {
    expect(() => create('antropic:claude', {})).toThrow(UsageError);
    expect(() => create('antropic:claude', {})).toThrow(
      /known: openai, anthropic, google, vertex, bedrock, .*; did you mean "anthropic"\?/,
    );
    expect(() => create('openai:', { OPENAI_API_KEY: 'k' })).toThrow(/write openai:MODEL/);
    expect(() => create('openai', { OPENAI_API_KEY: 'k' })).toThrow(/names no model/);
    expect(() => create('openai:gpt-5.2', {})).toThrow(/OPENAI_API_KEY/);
  });

  it.each([
    ['openai:gpt-5.2', 'OPENAI', 'http://given/v1/responses'],
    ['anthropic:claude-haiku-4-5', 'ANTHROPIC', 'http://given/v1/messages'],
    ['google:gemini-2.5-flash', 'GOOGLE_GENERATIVE_AI', 'http://given/v1beta/models/gemini-2.5-flash:generateContent'],
    ['together:moonshotai/Kimi-K2.5', 'TOGETHER', 'http://given/v1/chat/completions'],
    ['openrouter:moonshotai/kimi-k2.5', 'OPENROUTER', 'http://given/api/v1/chat/completions'],
    ['vertex:gemini-3-flash-preview', 'GOOGLE_VERTEX', 'http://given/v1/publishers/google/models/gemini-3-flash-preview:generateContent'],
  ])('%s uses what it is given, whatever the environment of the process says', async (spec, prefix, url) => {
    vi.stubEnv(`${prefix}_API_KEY`, 'PROCESS-KEY');
    vi.stubEnv(`${prefix}_BASE_URL`, 'http://process/v1');
    const request = await ask(spec, { [`${prefix}_API_KEY`]: 'given-key' }, { baseUrl: 'http://given' });
    expect(request).toContain(url);
    expect(request).toContain('given-key');
    expect(request).not.toMatch(/PROCESS-KEY|http:\/\/process/);
  });

  it('sends no authorization to a compatible server without a key', async () => {
    const request = await ask('openai-compatible:m', {}, { baseUrl: 'http://given/v1' });
    expect(request).toContain('http://given/v1/chat/completions');
    expect(request).not.toContain('authorization');
  });
});
