import { describe, expect, it } from 'vitest';
import { replyToMessage } from '../../core/reply-to-message.ts';
import { answer, askFamily, say } from '../../testing/ask-family.ts';
import { textReply, type WireStep } from '../../testing/wire-server/wire-step.ts';
import { createWireFetch } from '../wire-fetch.ts';
import { createTogetherProvider } from './create-together-provider.ts';

const bench = async (reply: readonly WireStep[], modelId = 'deepseek-ai/DeepSeek-V3.1') =>
  askFamily({ protocol: 'together', reply }, (options) => createTogetherProvider({ ...options, modelId, fetch: createWireFetch() }));

describe('what is particular to Together', () => {
  it.each([
    ['low', 'deepseek-ai/DeepSeek-V3.1', { reasoning: { enabled: true }, reasoning_effort: 'low' }],
    ['none', 'zai-org/GLM-5', { reasoning: { enabled: false } }],
    ['high', 'openai/gpt-oss-120b', { reasoning_effort: 'high' }],
    [undefined, 'moonshotai/Kimi-K2.5', {}],
  ] as const)('turns the effort %s for %s into %j', async (reasoning, modelId, expected) => {
    await using together = await bench([textReply('Hi')], modelId);
    await together.ask(reasoning === undefined ? {} : { reasoning });
    const { reasoning: sent, reasoning_effort: effort } = together.server.requests[0]?.body ?? {};
    expect({ ...(sent === undefined ? {} : { reasoning: sent }), ...(effort === undefined ? {} : { reasoning_effort: effort }) }).toEqual(
      expected,
    );
  });

  it('knows eos as the natural end', async () => {
    await using together = await bench([textReply('Hi')]);
    expect((await together.ask()).finishReason).toEqual({ unified: 'stop', raw: 'eos' });
  });

  it('sends reasoning back in the field where it came', async () => {
    const thought: WireStep = {
      kind: 'reply',
      parts: [
        { type: 'reasoning', text: 'Hm.' },
        { type: 'tool-call', name: 'view', input: {}, id: 'c1' },
      ],
    };
    await using together = await bench([thought, textReply('Done.')], 'zai-org/GLM-4.7');
    const first = await together.ask();
    await together.ask({ prompt: [say('Begin.'), replyToMessage(first.content), answer('c1')] });
    expect(together.server.requests[1]?.body['messages']).toEqual([
      expect.anything(),
      {
        role: 'assistant',
        content: null,
        reasoning: 'Hm.',
        tool_calls: [{ id: 'c1', type: 'function', function: { name: 'view', arguments: '{}' } }],
      },
      expect.anything(),
    ]);
    expect(together.provider.reasoningVisibility(first)).toBe('raw');
  });

  it('does not ask again when the credit is spent', async () => {
    await using together = await bench([{ kind: 'status', status: 402, message: 'Credit limit exceeded' }]);
    await expect(together.ask()).rejects.toMatchObject({ code: 'rate-limited', isRetryable: false, status: 402 });
  });
});
