import type { GenerateResult, PromptMessage } from './ports/provider.ts';

type ReplyPart = GenerateResult['content'][number];
type AssistantPart = Extract<PromptMessage, { role: 'assistant' }>['content'][number];
type ProviderOptions = NonNullable<AssistantPart['providerOptions']>;

/**
 * A model's reply as the message that goes back to it on the next turn: every part in its place, signatures and
 * ciphertexts verbatim (a result's `providerMetadata` is a prompt's `providerOptions`). Sources and approval requests are
 * the API's own notes and stay behind. An empty reply becomes an empty message; a provider leaves out what its API refuses.
 */
export function replyToMessage(content: GenerateResult['content']): PromptMessage {
  return { role: 'assistant', content: content.flatMap(toPromptPart) };
}

function toPromptPart(part: ReplyPart): AssistantPart[] {
  const signed: { providerOptions?: ProviderOptions } = part.providerMetadata ? { providerOptions: part.providerMetadata } : {};
  switch (part.type) {
    case 'text':
    case 'reasoning':
      return [{ type: part.type, text: part.text, ...signed }];
    case 'tool-call': {
      const executed = part.providerExecuted === undefined ? {} : { providerExecuted: part.providerExecuted };
      const { toolCallId, toolName } = part;
      return [{ type: 'tool-call', toolCallId, toolName, input: toToolInput(part.input), ...executed, ...signed }];
    }
    case 'tool-result':
      return [
        {
          type: 'tool-result',
          toolCallId: part.toolCallId,
          toolName: part.toolName,
          output: { type: 'json', value: part.result },
          ...signed,
        },
      ];
    case 'file':
    case 'reasoning-file':
      return [{ type: part.type, data: part.data, mediaType: part.mediaType, ...signed }];
    case 'custom':
      return [{ type: 'custom', kind: part.kind, ...signed }];
    case 'source':
    case 'tool-approval-request':
      return [];
  }
}

/**
 * Anthropic, Google and the templates of local models take nothing but an object as a call's input. What a model wrote
 * instead goes back to it under `rawInvalidInput`, the name that the AI SDK uses too, so that it sees its own mistake.
 */
function toToolInput(json: string): object {
  if (json.trim() === '') return {};
  try {
    const input: unknown = JSON.parse(json);
    if (typeof input === 'object' && input !== null && !Array.isArray(input)) return input;
  } catch {
    // Falls through: malformed JSON is the model's, and is shown to it as it stands.
  }
  return { rawInvalidInput: json };
}
