import { describe, expect, it } from 'vitest';
import { replyToMessage } from '../../core/reply-to-message.ts';
import { answer, askFamily, say } from '../../testing/ask-family.ts';
import type { WireServerOptions } from '../../testing/wire-server/start-wire-server.ts';
import { textReply } from '../../testing/wire-server/wire-step.ts';
import { continuityLost } from '../reasoning-continuity.ts';
import { createWireFetch } from '../wire-fetch.ts';
import { createGoogleProvider } from './create-google-provider.ts';

const bench = async (reply: WireServerOptions['reply'], modelId = 'gemini-3-pro-preview') =>
  askFamily({ protocol: 'google', reply }, (options) => createGoogleProvider({ ...options, modelId, fetch: createWireFetch() }));

describe('what is particular to Google', () => {
  it('returns a signature that came in a part of its own to its place', async () => {
    await using google = await bench([
      {
        kind: 'reply',
        parts: [
          { type: 'tool-call', name: 'view', input: {}, id: 'c1', signature: 'on-the-call=' },
          { type: 'text', text: '', signature: 'alone-at-the-end=' },
        ],
      },
      textReply('Done.'),
    ]);
    const first = await google.ask();
    await google.ask({ prompt: [say('Begin.'), replyToMessage(first.content), answer('c1')] });
    expect(google.server.complaints).toEqual([]);
    expect(google.server.requests[1]?.body).toMatchObject({
      contents: [
        {},
        {
          role: 'model',
          parts: [
            { functionCall: { name: 'view' }, thoughtSignature: 'on-the-call=' },
            { text: '', thoughtSignature: 'alone-at-the-end=' },
          ],
        },
        {},
      ],
    });
  });

  it('warns, in its own words, when a call goes back without its signature', async () => {
    await using google = await bench([textReply('Done.')]);
    const unsigned = replyToMessage([{ type: 'tool-call', toolCallId: 'c1', toolName: 'view', input: '{}' }]);
    const { warnings } = await google.ask({ prompt: [say('Begin.'), unsigned, answer('c1')] });
    expect(warnings).toEqual([{ type: 'other', message: expect.stringMatching(`^${continuityLost}: `) }]);
  });

  it('does not take silence for a reply', async () => {
    await using google = await bench([{ kind: 'malformed', body: '{"usageMetadata":{"promptTokenCount":3}}' }]);
    await expect(google.ask()).rejects.toMatchObject({ code: 'malformed-reply' });
  });

  it.each(['SAFETY', 'PROHIBITED_CONTENT', 'RECITATION', 'MODEL_ARMOR', 'IMAGE_PROHIBITED_CONTENT'])(
    'calls %s a stop by the provider',
    async (finishReason) => {
      await using google = await bench([{ kind: 'malformed', body: JSON.stringify({ candidates: [{ finishReason }] }) }]);
      expect((await google.ask()).finishReason).toEqual({ unified: 'content-filter', raw: finishReason });
    },
  );

  it('says how much of the reasoning can be seen', async () => {
    await using google = await bench([
      { kind: 'reply', parts: [{ type: 'reasoning', text: 'A summary.', signature: 's1=' }] },
      { kind: 'reply', parts: [{ type: 'text', text: 'Hi', signature: 's2=' }] },
      textReply('Hi'),
    ]);
    const seen = [await google.ask(), await google.ask(), await google.ask()].map((result) => google.provider.reasoningVisibility(result));
    expect(seen).toEqual(['summary', 'encrypted', 'none']);
  });

  it('asks models that think for their thoughts, and older ones for nothing that they refuse', async () => {
    await using thinking = await bench([textReply('Hi')]);
    await thinking.ask({ reasoning: 'high' });
    expect(thinking.server.requests[0]?.body['generationConfig']).toMatchObject({
      thinkingConfig: { includeThoughts: true, thinkingLevel: 'high' },
    });
    await using older = await bench([textReply('Hi')], 'gemini-2.0-flash');
    await older.ask();
    expect(older.server.requests[0]?.body['generationConfig']).not.toHaveProperty('thinkingConfig');
  });

  it('names the version that answered', async () => {
    await using google = await bench([textReply('Hi')]);
    expect((await google.ask()).response?.modelId).toBe('gemini-served-001');
  });
});
