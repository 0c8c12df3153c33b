import { describe, expect, it } from 'vitest';
import { replyToMessage } from '../../core/reply-to-message.ts';
import { answer, askFamily, say } from '../../testing/ask-family.ts';
import { textReply, type WireStep } from '../../testing/wire-server/wire-step.ts';
import { createWireFetch } from '../wire-fetch.ts';
import { createVertexProvider } from './create-vertex-provider.ts';

const environment = {
  GOOGLE_VERTEX_PROJECT: 'acme-research-7',
  GOOGLE_VERTEX_LOCATION: 'europe-west1',
  GOOGLE_VERTEX_ACCESS_TOKEN: 'ya29.given',
};
const gemini = async (reply: readonly WireStep[], modelId = 'gemini-3-flash-preview') =>
  askFamily({ protocol: 'vertex', reply }, (options) => createVertexProvider({ ...options, modelId, fetch: createWireFetch() }));
const claude = async (reply: readonly WireStep[], modelId = 'claude-haiku-4-5@20251001') =>
  askFamily({ protocol: 'vertex-claude', reply }, ({ apiKey: _key, ...options }) =>
    createVertexProvider({ ...options, environment, modelId, fetch: createWireFetch() }),
  );

describe('what is particular to Gemini on Vertex', () => {
  it('returns a signature that came in a part of its own to its place', async () => {
    const signed: WireStep = {
      kind: 'reply',
      parts: [
        { type: 'tool-call', name: 'view', input: {}, signature: 'on-the-call=' },
        { type: 'text', text: '', signature: 'alone-at-the-end=' },
      ],
    };
    await using vertex = await gemini([signed, textReply('Done.')]);
    const message = replyToMessage((await vertex.ask()).content);
    const call = message.role === 'assistant' ? message.content.find((part) => part.type === 'tool-call') : undefined;
    await vertex.ask({ prompt: [say('Begin.'), message, answer(call?.toolCallId ?? '')] });
    expect(vertex.server.requests[1]?.body).toMatchObject({
      contents: [
        {},
        {
          parts: [
            { functionCall: { name: 'view' }, thoughtSignature: 'on-the-call=' },
            { text: '', thoughtSignature: 'alone-at-the-end=' },
          ],
        },
        {},
      ],
    });
  });

  it('asks models that think for their thoughts, and says how much can be seen', async () => {
    const shown: WireStep = { kind: 'reply', parts: [{ type: 'reasoning', text: 'A summary.', signature: 's1=' }] };
    const sealed: WireStep = { kind: 'reply', parts: [{ type: 'text', text: 'Hi', signature: 's2=' }] };
    await using vertex = await gemini([shown, sealed, textReply('Hi')]);
    const seen = [await vertex.ask(), await vertex.ask(), await vertex.ask()].map((result) => vertex.provider.reasoningVisibility(result));
    expect(seen).toEqual(['summary', 'encrypted', 'none']);
    expect(vertex.server.requests[0]?.body['generationConfig']).toMatchObject({ thinkingConfig: { includeThoughts: true } });
  });

  it('names the version that answered', async () => {
    await using vertex = await gemini([textReply('Hi')]);
    expect((await vertex.ask()).response?.modelId).toBe('gemini-served-001');
  });
});

describe('what is particular to Claude on Vertex', () => {
  it('asks for the model by the path of its project, in the region', async () => {
    await using vertex = await claude([textReply('Hi')]);
    await vertex.ask();
    expect(vertex.server.requests[0]).toMatchObject({
      path: '/v1/projects/acme-research-7/locations/europe-west1/publishers/anthropic/models/claude-haiku-4-5@20251001:rawPredict',
      headers: { authorization: 'Bearer ya29.given' },
      body: { anthropic_version: 'vertex-2023-10-16' },
    });
  });

  it('leaves nothing of usage that a proxy did not report', async () => {
    const message = {
      type: 'message',
      id: 'm',
      model: 'x',
      role: 'assistant',
      content: [{ type: 'text', text: 'Hi' }],
      stop_reason: 'end_turn',
    };
    await using vertex = await claude([{ kind: 'malformed', body: JSON.stringify(message) }]);
    const { usage, providerMetadata } = await vertex.ask();
    expect(usage.inputTokens.total).toBeUndefined();
    expect(JSON.stringify({ usage, providerMetadata })).not.toContain('-1');
  });

  it('names what gives access when a token is refused', async () => {
    await using vertex = await claude([{ kind: 'status', status: 401, message: 'Request had invalid authentication credentials.' }]);
    await expect(vertex.ask()).rejects.toMatchObject({
      code: 'unauthorised',
      message: expect.stringContaining('GOOGLE_VERTEX_API_KEY, or GOOGLE_VERTEX_PROJECT with GOOGLE_VERTEX_LOCATION') as string,
    });
  });
});
