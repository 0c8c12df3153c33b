import { describe, expect, it } from 'vitest';
import { replyToMessage } from '../../core/reply-to-message.ts';
import { answer, askFamily, say } from '../../testing/ask-family.ts';
import type { WireServerOptions } from '../../testing/wire-server/start-wire-server.ts';
import { textReply, type WireStep } from '../../testing/wire-server/wire-step.ts';
import { continuityLost } from '../reasoning-continuity.ts';
import type { WireSettings } from '../wire-provider-options.ts';
import { createWireFetch } from '../wire-fetch.ts';
import { createOpenAIProvider } from './create-openai-provider.ts';

const bench = async (reply: WireServerOptions['reply'], settings: WireSettings = {}) =>
  askFamily({ protocol: 'openai', reply }, (options) =>
    createOpenAIProvider({ ...options, modelId: 'gpt-5.2', settings, fetch: createWireFetch() }),
  );
const thought: WireStep = {
  kind: 'reply',
  parts: [
    { type: 'reasoning', text: 'One.\n\nTwo.', signature: 'gAAAA+cipher/=' },
    { type: 'tool-call', name: 'view', input: {}, id: 'c1' },
  ],
};

describe('what is particular to OpenAI', () => {
  it('stores nothing there and asks for encrypted reasoning', async () => {
    await using openai = await bench([textReply('Hi')]);
    await openai.ask();
    expect(openai.server.requests[0]?.body).toMatchObject({ store: false, include: ['reasoning.encrypted_content'] });
  });

  it('sends a reasoning item back whole, all its summaries and its ciphertext in one', async () => {
    await using openai = await bench([thought, textReply('Done.')]);
    const first = await openai.ask({ reasoning: 'low' });
    await openai.ask({ prompt: [say('Begin.'), replyToMessage(first.content), answer('c1')] });
    expect(openai.server.complaints).toEqual([]);
    expect(openai.server.requests[1]?.body['input']).toMatchObject([
      {},
      {
        type: 'reasoning',
        id: 'rs_1_0',
        encrypted_content: 'gAAAA+cipher/=',
        summary: [
          { type: 'summary_text', text: 'One.' },
          { type: 'summary_text', text: 'Two.' },
        ],
      },
      { type: 'function_call', call_id: 'c1' },
      { type: 'function_call_output', call_id: 'c1' },
    ]);
  });

  it('says how much of the reasoning can be seen', async () => {
    await using openai = await bench([thought, thought, textReply('Hi')]);
    const seen = [await openai.ask({ reasoning: 'low' }), await openai.ask(), await openai.ask()];
    expect(seen.map((result) => openai.provider.reasoningVisibility(result))).toEqual(['summary', 'encrypted', 'none']);
  });

  it('warns when reasoning without ciphertext has to stay behind', async () => {
    await using openai = await bench([textReply('Done.')]);
    const bare = replyToMessage([
      { type: 'reasoning', text: 'Secret thought', providerMetadata: { openai: { itemId: 'rs_1', reasoningEncryptedContent: null } } },
      { type: 'text', text: 'Hello' },
    ]);
    const { warnings } = await openai.ask({ prompt: [say('Begin.'), bare, say('Go on.')] });
    expect(warnings).toEqual([{ type: 'other', message: expect.stringMatching(`^${continuityLost}: `) }]);
  });

  it('keeps the warning that a setting was not used', async () => {
    await using openai = await bench([textReply('Hi')], { temperature: 0.7, maxOutputTokens: 64 });
    const { warnings } = await openai.ask();
    expect(warnings).toMatchObject([{ type: 'unsupported', feature: 'temperature' }]);
    expect(openai.server.requests[0]?.body).toMatchObject({ max_output_tokens: 64 });
  });

  it('reads a response that failed inside a 200 by its own code', async () => {
    const failed = {
      id: 'r',
      object: 'response',
      status: 'failed',
      output: [],
      error: { type: 'error', code: 'server_error', message: 'ouch' },
    };
    await using openai = await bench([{ kind: 'malformed', body: JSON.stringify(failed) }]);
    await expect(openai.ask()).rejects.toMatchObject({ code: 'server-error', isRetryable: true });
  });

  it('takes a filter that left no output for a stop by the provider', async () => {
    const filtered = { id: 'r', object: 'response', status: 'incomplete', incomplete_details: { reason: 'content_filter' }, error: null };
    await using openai = await bench([{ kind: 'malformed', body: JSON.stringify(filtered) }]);
    expect((await openai.ask()).finishReason).toEqual({ unified: 'content-filter', raw: 'content_filter' });
  });

  it("lets a call's own options win over the subject's settings", async () => {
    await using openai = await bench([textReply('Hi')], { maxOutputTokens: 64, reasoning: 'low' });
    await openai.ask({ maxOutputTokens: 32 });
    expect(openai.server.requests[0]?.body).toMatchObject({ max_output_tokens: 32, reasoning: { effort: 'low' } });
  });
});
