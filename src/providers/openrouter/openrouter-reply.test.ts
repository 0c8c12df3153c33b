import { describe, expect, it } from 'vitest';
import { replyToMessage } from '../../core/reply-to-message.ts';
import { answer, askFamily, say } from '../../testing/ask-family.ts';
import { textReply, type WireStep } from '../../testing/wire-server/wire-step.ts';
import { createWireFetch } from '../wire-fetch.ts';
import { createOpenRouterProvider } from './create-openrouter-provider.ts';

const bench = async (reply: readonly WireStep[], modelId = 'deepseek/deepseek-chat-v3.1') =>
  askFamily({ protocol: 'openrouter', reply }, (options) => createOpenRouterProvider({ ...options, modelId, fetch: createWireFetch() }));
const raw = (body: object): WireStep => ({ kind: 'malformed', body: JSON.stringify(body) });
const overloaded = {
  code: 503,
  message: 'Provider returned error',
  metadata: { provider_name: 'Novita', raw: '{"error":{"message":"no capacity"}}' },
};

describe('what is particular to OpenRouter', () => {
  it('uses only hosts that know every parameter, and names the one that served', async () => {
    await using router = await bench([textReply('Hi')]);
    const { response } = await router.ask();
    expect(router.server.requests[0]?.body).toMatchObject({ model: 'deepseek/deepseek-chat-v3.1', provider: { require_parameters: true } });
    expect(response?.modelId).toBe('deepseek/deepseek-chat-v3.1 via Parasail');
  });

  it.each([
    ['deepseek/deepseek-chat-v3.1@deepinfra/fp8', 'deepseek/deepseek-chat-v3.1', { only: ['deepinfra/fp8'], allow_fallbacks: false }],
    ['openai/gpt-5.2@preset/short', 'openai/gpt-5.2@preset/short', {}],
    ['z-ai/glm-5:nitro', 'z-ai/glm-5:nitro', {}],
  ])('reads %s as a model and its host', async (modelId, model, routing) => {
    await using router = await bench([textReply('Hi')], modelId);
    await router.ask();
    const { body } = router.server.requests[0] ?? {};
    expect({ model: body?.['model'], provider: body?.['provider'] }).toEqual({ model, provider: { require_parameters: true, ...routing } });
    expect(router.provider.id).toBe(`openrouter:${modelId}`);
  });

  it('asks for reasoning by its own object', async () => {
    await using router = await bench([textReply('Hi')]);
    await router.ask({ reasoning: 'minimal' });
    expect(router.server.requests[0]?.body).toMatchObject({ reasoning: { effort: 'minimal' } });
    expect(router.server.requests[0]?.body).not.toHaveProperty('reasoning_effort');
  });

  it('sends reasoning details back verbatim, in their order, beside the text', async () => {
    const details = [
      { type: 'reasoning.summary', summary: 'Weighs both.', format: 'anthropic-claude-v1', index: 0 },
      { type: 'reasoning.text', text: 'First A, then B.', signature: 'EqQB+/1==', id: null, format: 'anthropic-claude-v1', index: 1 },
    ];
    const call = { id: 'c1', type: 'function', function: { name: 'view', arguments: '{}' } };
    const message = {
      role: 'assistant',
      content: null,
      refusal: null,
      reasoning: 'Weighs both.',
      reasoning_details: details,
      tool_calls: [call],
    };
    await using router = await bench([
      raw({ id: 'g', model: 'm', choices: [{ message, finish_reason: 'tool_calls' }] }),
      textReply('Done.'),
    ]);
    const first = await router.ask();
    await router.ask({ prompt: [say('Begin.'), replyToMessage(first.content), answer('c1')] });
    expect(router.server.requests[1]?.body['messages']).toEqual([
      expect.anything(),
      { role: 'assistant', content: null, reasoning: 'Weighs both.', reasoning_details: details, tool_calls: [call] },
      expect.anything(),
    ]);
    expect(router.provider.reasoningVisibility(first)).toBe('summary');
  });

  it.each([
    ['in the body', { error: overloaded }],
    ['in the choice, without a message', { id: 'g', choices: [{ finish_reason: 'error', error: overloaded }] }],
    [
      'in the choice, after some words',
      { id: 'g', choices: [{ message: { role: 'assistant', content: 'I wi' }, finish_reason: 'error', error: overloaded }] },
    ],
  ])('reads an error %s of a 200, with what the host said', async (_where, body) => {
    await using router = await bench([raw(body)]);
    await expect(router.ask()).rejects.toMatchObject({
      code: 'server-error',
      status: 503,
      isRetryable: true,
      message: expect.stringContaining('Provider returned error (Novita: no capacity)') as string,
    });
  });

  it('takes moderation for a stop by the provider, and 403 without reasons for a refused key', async () => {
    const flagged = {
      error: { code: 403, message: 'Flagged', metadata: { reasons: ['violence'], flagged_input: 'begin', provider_name: 'OpenAI' } },
    };
    await using moderated = await bench([{ kind: 'status', status: 403, body: flagged }]);
    expect((await moderated.ask()).finishReason).toEqual({ unified: 'content-filter', raw: 'moderation' });
    await using refused = await bench([{ kind: 'status', status: 403, message: 'Key limit exceeded' }]);
    await expect(refused.ask()).rejects.toMatchObject({ code: 'unauthorised', isRetryable: false });
  });

  it('reports tokens that were written to a cache', async () => {
    const usage = {
      prompt_tokens: 50,
      completion_tokens: 5,
      total_tokens: 55,
      prompt_tokens_details: { cached_tokens: 10, cache_write_tokens: 30 },
    };
    await using router = await bench([
      raw({ id: 'g', choices: [{ message: { role: 'assistant', content: 'Hi' }, finish_reason: 'stop' }], usage }),
    ]);
    expect((await router.ask()).usage.inputTokens).toEqual({ total: 50, noCache: 40, cacheRead: 10, cacheWrite: 30 });
  });
});
