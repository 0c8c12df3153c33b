import { describe, expect, it } from 'vitest';
import { replyToMessage } from '../../core/reply-to-message.ts';
import { answer, askFamily, say } from '../../testing/ask-family.ts';
import { textReply, type WireStep } from '../../testing/wire-server/wire-step.ts';
import { continuityLost } from '../reasoning-continuity.ts';
import { createWireFetch } from '../wire-fetch.ts';
import { createBedrockProvider } from './create-bedrock-provider.ts';

const claude = 'eu.anthropic.claude-haiku-4-5-20251001-v1:0';
const bench = async (reply: readonly WireStep[], modelId = claude) =>
  askFamily({ protocol: 'bedrock', reply }, (options) => createBedrockProvider({ ...options, modelId, fetch: createWireFetch() }));
const view = { type: 'function', name: 'view', description: 'Shows a file', inputSchema: { type: 'object', properties: {} } } as const;
const calls = (...before: Extract<WireStep, { kind: 'reply' }>['parts']): WireStep => ({
  kind: 'reply',
  parts: [...before, { type: 'tool-call', name: 'view', input: {}, id: 'c1' }],
});

describe('what is particular to Bedrock', () => {
  it('asks the path of the model, whose id is encoded whole', async () => {
    await using bedrock = await bench([textReply('Hi')]);
    await bedrock.ask();
    expect(bedrock.server.requests[0]).toMatchObject({ path: `/model/${encodeURIComponent(claude)}/converse`, modelId: claude });
  });

  it('sends redacted and signed reasoning back in their order', async () => {
    const redacted = { type: 'reasoning', text: '', redacted: 'EmwKAhgB+/2==' } as const;
    await using bedrock = await bench([calls({ type: 'reasoning', text: 'Hm.', signature: 'EqQB+/1==' }, redacted), textReply('Done.')]);
    const first = await bedrock.ask({ reasoning: 'low', tools: [view] });
    const { warnings } = await bedrock.ask({ prompt: [say('Begin.'), replyToMessage(first.content), answer('c1')], tools: [view] });
    expect(bedrock.server.complaints).toEqual([]);
    expect(warnings).toEqual([]);
    expect(bedrock.server.requests[1]?.body['messages']).toMatchObject([
      {},
      {
        content: [
          { reasoningContent: { reasoningText: { text: 'Hm.', signature: 'EqQB+/1==' } } },
          { reasoningContent: { redactedContent: 'EmwKAhgB+/2==' } },
          { toolUse: { toolUseId: 'c1' } },
        ],
      },
      { content: [{ toolResult: { toolUseId: 'c1' } }] },
    ]);
  });

  it('warns when the reasoning of an open model cannot go back', async () => {
    await using bedrock = await bench([calls({ type: 'reasoning', text: 'Hm.' }), textReply('Done.')], 'deepseek.v3-v1:0');
    const first = await bedrock.ask({ tools: [view] });
    expect(bedrock.provider.reasoningVisibility(first)).toBe('raw');
    const { warnings } = await bedrock.ask({ prompt: [say('Begin.'), replyToMessage(first.content), answer('c1')], tools: [view] });
    expect(warnings).toEqual([{ type: 'other', message: expect.stringMatching(`^${continuityLost}: `) as string }]);
  });

  it('says how much of the reasoning can be seen', async () => {
    const sealed: WireStep = { kind: 'reply', parts: [{ type: 'reasoning', text: '', redacted: 'abc=' }] };
    const shown: WireStep = { kind: 'reply', parts: [{ type: 'reasoning', text: 'Hm.', signature: 's=' }] };
    await using bedrock = await bench([shown, sealed, textReply('Hi')]);
    const seen = [await bedrock.ask(), await bedrock.ask(), await bedrock.ask()];
    expect(seen.map((result) => bedrock.provider.reasoningVisibility(result))).toEqual(['summary', 'encrypted', 'none']);
  });

  it('calls a reply that filled the context window length, and believes a prompt router about the model', async () => {
    const body = {
      output: { message: { role: 'assistant', content: [{ text: 'Hel' }] } },
      stopReason: 'model_context_window_exceeded',
      usage: { inputTokens: 7, outputTokens: 2, totalTokens: 9 },
      trace: { promptRouter: { invokedModelId: 'arn:aws:bedrock:eu-central-1::foundation-model/chosen' } },
    };
    await using bedrock = await bench([{ kind: 'malformed', body: JSON.stringify(body) }]);
    const { finishReason, response } = await bedrock.ask();
    expect(finishReason).toEqual({ unified: 'length', raw: 'model_context_window_exceeded' });
    expect(response?.modelId).toBe('arn:aws:bedrock:eu-central-1::foundation-model/chosen');
  });

  it.each([
    [424, 'server-error', true],
    [403, 'unauthorised', false],
  ])('reads %i as its API means it', async (status, code, isRetryable) => {
    await using bedrock = await bench([{ kind: 'status', status, message: 'The model failed.' }]);
    await expect(bedrock.ask()).rejects.toMatchObject({ code, isRetryable });
  });
});
