import { describe, expect, it } from 'vitest';
import { replyToMessage } from '../../core/reply-to-message.ts';
import { answer, askFamily, say } from '../../testing/ask-family.ts';
import type { WireServerOptions } from '../../testing/wire-server/start-wire-server.ts';
import { textReply } from '../../testing/wire-server/wire-step.ts';
import { continuityLost } from '../reasoning-continuity.ts';
import { createWireFetch } from '../wire-fetch.ts';
import { createAnthropicProvider } from './create-anthropic-provider.ts';

const bench = async (reply: WireServerOptions['reply'], modelId = 'claude-sonnet-4-5') =>
  askFamily({ protocol: 'anthropic', reply }, (options) => createAnthropicProvider({ ...options, modelId, fetch: createWireFetch() }));

describe('what is particular to Anthropic', () => {
  it('sends redacted thinking and thinking back in their order', async () => {
    await using anthropic = await bench([
      {
        kind: 'reply',
        parts: [
          { type: 'reasoning', text: 'Hm.', signature: 'EqQB+/1==' },
          { type: 'reasoning', text: '', redacted: 'EmwKAhgB+/2==' },
          { type: 'tool-call', name: 'view', input: {}, id: 'c1' },
        ],
      },
      textReply('Done.'),
    ]);
    const first = await anthropic.ask({ reasoning: 'low' });
    await anthropic.ask({ prompt: [say('Begin.'), replyToMessage(first.content), answer('c1')], reasoning: 'low' });
    expect(anthropic.server.complaints).toEqual([]);
    expect(anthropic.server.requests[1]?.body['messages']).toMatchObject([
      {},
      {
        content: [
          { type: 'thinking', thinking: 'Hm.', signature: 'EqQB+/1==' },
          { type: 'redacted_thinking', data: 'EmwKAhgB+/2==' },
          { type: 'tool_use', id: 'c1' },
        ],
      },
      {},
    ]);
  });

  it('leaves blank text and a reply of nothing but thinking out of the history, and says so', async () => {
    await using anthropic = await bench([textReply('Done.')]);
    const thought = replyToMessage([{ type: 'reasoning', text: 'Hm.', providerMetadata: { anthropic: { signature: 's' } } }]);
    const { warnings } = await anthropic.ask({
      prompt: [say('Begin.'), thought, say('Go on.'), replyToMessage([{ type: 'text', text: ' \n' }]), say('Well?')],
    });
    expect(anthropic.server.complaints).toEqual([]);
    expect(warnings).toEqual([{ type: 'other', message: expect.stringMatching(`^${continuityLost}: `) }]);
  });

  it('says how much of the reasoning can be seen', async () => {
    const shown = { kind: 'reply', parts: [{ type: 'reasoning', text: 'Hm.', signature: 's=' }] } as const;
    await using newer = await bench([shown, { kind: 'reply', parts: [{ type: 'reasoning', text: '', signature: 's=' }] }, textReply('Hi')]);
    const seen = [await newer.ask(), await newer.ask(), await newer.ask()].map((result) => newer.provider.reasoningVisibility(result));
    expect(seen).toEqual(['summary', 'encrypted', 'none']);
    await using older = await bench([shown], 'claude-3-7-sonnet-20250219');
    expect(older.provider.reasoningVisibility(await older.ask())).toBe('raw');
  });

  it('reports the one count that a proxy knows', async () => {
    const message = {
      type: 'message',
      id: 'm',
      model: 'x',
      content: [{ type: 'text', text: 'Hi' }],
      stop_reason: 'end_turn',
      usage: { input_tokens: 7 },
    };
    await using anthropic = await bench([{ kind: 'malformed', body: JSON.stringify(message) }]);
    const { usage, providerMetadata } = await anthropic.ask();
    expect(usage).toMatchObject({ inputTokens: { total: 7, cacheRead: undefined }, outputTokens: { total: undefined, text: undefined } });
    expect(JSON.stringify({ usage, providerMetadata })).not.toContain('-1');
  });
});
