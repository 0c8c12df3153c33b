import { describe, expect, it } from 'vitest';
import type { GenerateResult } from './ports/provider.ts';
import { replyToMessage } from './reply-to-message.ts';

const toolCall = (input: string): GenerateResult['content'] => [{ type: 'tool-call', toolCallId: 'c1', toolName: 'view', input }];
const inputOf = (input: string) => {
  const [part] = replyToMessage(toolCall(input)).content;
  return typeof part === 'object' && part.type === 'tool-call' ? part.input : undefined;
};

describe('replyToMessage', () => {
  it('keeps every part in its place and its signature verbatim', () => {
    const message = replyToMessage([
      { type: 'reasoning', text: 'first\u00a0thought', providerMetadata: { anthropic: { signature: 'EqQB+/=' } } },
      { type: 'reasoning', text: '', providerMetadata: { anthropic: { redactedData: 'c2VjcmV0' } } },
      { type: 'text', text: 'I look.', providerMetadata: { google: { thoughtSignature: 'AbC=' } } },
      { type: 'tool-call', toolCallId: 'c1', toolName: 'view', input: '{"name":"a"}', providerMetadata: { openai: { itemId: 'fc_1' } } },
      { type: 'tool-call', toolCallId: 'c2', toolName: 'view', input: '{"name":"b"}' },
    ]);
    expect(message).toEqual({
      role: 'assistant',
      content: [
        { type: 'reasoning', text: 'first\u00a0thought', providerOptions: { anthropic: { signature: 'EqQB+/=' } } },
        { type: 'reasoning', text: '', providerOptions: { anthropic: { redactedData: 'c2VjcmV0' } } },
        { type: 'text', text: 'I look.', providerOptions: { google: { thoughtSignature: 'AbC=' } } },
        { type: 'tool-call', toolCallId: 'c1', toolName: 'view', input: { name: 'a' }, providerOptions: { openai: { itemId: 'fc_1' } } },
        { type: 'tool-call', toolCallId: 'c2', toolName: 'view', input: { name: 'b' } },
      ],
    });
  });

  it('makes an object of whatever a model wrote as the input of a call', () => {
    expect(inputOf('')).toEqual({});
    expect(inputOf('{"name": "a')).toEqual({ rawInvalidInput: '{"name": "a' });
    expect(inputOf('["a"]')).toEqual({ rawInvalidInput: '["a"]' });
    expect(inputOf('"a"')).toEqual({ rawInvalidInput: '"a"' });
    expect(inputOf('null')).toEqual({ rawInvalidInput: 'null' });
  });

  it('sends back what the provider ran itself and what it drew', () => {
    const { content } = replyToMessage([
      { type: 'tool-call', toolCallId: 's1', toolName: 'search', input: '{}', providerExecuted: true },
      { type: 'tool-result', toolCallId: 's1', toolName: 'search', result: { hits: 1 } },
      { type: 'file', mediaType: 'image/png', data: { type: 'data', data: 'AAAA' } },
      { type: 'source', sourceType: 'url', id: 'x', url: 'https://example.org' },
    ]);
    expect(content).toEqual([
      { type: 'tool-call', toolCallId: 's1', toolName: 'search', input: {}, providerExecuted: true },
      { type: 'tool-result', toolCallId: 's1', toolName: 'search', output: { type: 'json', value: { hits: 1 } } },
      { type: 'file', mediaType: 'image/png', data: { type: 'data', data: 'AAAA' } },
    ]);
  });

  it('makes an empty message of an empty reply', () => {
    expect(replyToMessage([])).toEqual({ role: 'assistant', content: [] });
  });
});
