import { describe, expect, it } from 'vitest';
import { UsageError } from '../../core/errors.ts';
import { replyToMessage } from '../../core/reply-to-message.ts';
import { answer, askFamily, say } from '../../testing/ask-family.ts';
import type { WireServerOptions } from '../../testing/wire-server/start-wire-server.ts';
import { textReply, type WireStep } from '../../testing/wire-server/wire-step.ts';
import { createWireFetch } from '../wire-fetch.ts';
import { createOpenAICompatibleProvider } from './create-openai-compatible-provider.ts';

const bench = async (options: Omit<WireServerOptions, 'protocol'>) =>
  askFamily({ protocol: 'openai-compatible', ...options }, (given) =>
    createOpenAICompatibleProvider({ ...given, modelId: 'local', fetch: createWireFetch() }),
  );
const raw = (message: object, finish_reason = 'stop'): WireStep => ({
  kind: 'malformed',
  body: JSON.stringify({ id: 'x', choices: [{ message: { role: 'assistant', ...message }, finish_reason }] }),
});
const call = (id?: string, extra: object = {}) => ({
  ...(id === undefined ? {} : { id }),
  type: 'function',
  function: { name: 'view', arguments: '{}' },
  ...extra,
});

describe('what is particular to compatible servers', () => {
  it.each(['reasoning', 'reasoning_content'] as const)('sends reasoning back in the field %s if it came there', async (reasoningField) => {
    await using server = await bench({
      reasoningField,
      reply: [
        {
          kind: 'reply',
          parts: [
            { type: 'reasoning', text: 'Hm.' },
            { type: 'tool-call', name: 'view', input: {}, id: 'c1' },
          ],
        },
        textReply('Done.'),
      ],
    });
    const first = await server.ask();
    await server.ask({ prompt: [say('Begin.'), replyToMessage(first.content), answer('c1')] });
    const messages = server.server.requests[1]?.body['messages'] as Record<string, unknown>[];
    const { reasoning, reasoning_content } = messages[1] ?? {};
    expect({ reasoning, reasoning_content }).toEqual({ reasoning: undefined, reasoning_content: undefined, [reasoningField]: 'Hm.' });
    expect(server.provider.reasoningVisibility(first)).toBe('raw');
  });

  it('sends ciphertext back even when it shows no reasoning', async () => {
    const details = [{ type: 'reasoning.encrypted', data: 'gAAA+/=', format: 'x', index: 0 }];
    await using server = await bench({ reply: [raw({ content: 'Hi', reasoning_details: details }), textReply('Done.')] });
    const first = await server.ask();
    await server.ask({ prompt: [say('Begin.'), replyToMessage(first.content), say('Go on.')] });
    expect(server.server.requests[1]?.body['messages']).toMatchObject([
      {},
      { role: 'assistant', content: 'Hi', reasoning_details: details },
      {},
    ]);
    expect(server.provider.reasoningVisibility(first)).toBe('encrypted');
  });

  it('returns a thought signature where it was, and nothing else beside the call', async () => {
    const signed = call('c1', { extra_content: { google: { thought_signature: 'CsMD+/=' } } });
    await using server = await bench({ reply: [raw({ content: null, tool_calls: [signed] }, 'tool_calls'), textReply('Done.')] });
    const first = await server.ask();
    await server.ask({ prompt: [say('Begin.'), replyToMessage(first.content), answer('c1')] });
    expect(server.server.complaints).toEqual([]);
    expect(server.server.requests[1]?.body['messages']).toMatchObject([{}, { tool_calls: [signed] }, {}]);
  });

  it('gives calls without an id one that follows from the chance it was given', async () => {
    await using server = await bench({ reply: [raw({ content: null, tool_calls: [call(), call('c2')] }, 'stop')] });
    const { content, finishReason } = await server.ask();
    expect(content).toMatchObject([{ toolCallId: 'call_888888888888888888888888' }, { toolCallId: 'c2' }]);
    expect(finishReason).toEqual({ unified: 'tool-calls', raw: 'stop' });
  });

  it('calls a refusal in its own field content-filter and keeps its words', async () => {
    await using server = await bench({ reply: [raw({ content: null, refusal: 'I cannot.' })] });
    expect(await server.ask()).toMatchObject({
      content: [{ type: 'text', text: 'I cannot.' }],
      finishReason: { unified: 'content-filter' },
    });
  });

  it('sends a reply schema on', async () => {
    await using server = await bench({ reply: [textReply('{}')] });
    const { warnings } = await server.ask({ responseFormat: { type: 'json', schema: { type: 'object' }, name: 'verdict' } });
    expect(server.server.requests[0]?.body['response_format']).toMatchObject({ type: 'json_schema', json_schema: { name: 'verdict' } });
    expect(warnings).toEqual([]);
  });

  it('has no default host', () => {
    const options = { modelId: 'm', fetch, clock: { nowMs: () => 0, sleep: async () => undefined }, random: () => 0 };
    expect(() => createOpenAICompatibleProvider(options)).toThrow(UsageError);
  });
});
