import type { CallOptions, GenerateResult, PromptMessage } from '../../core/ports/provider.ts';
import { fieldOf } from '../error-excerpt.ts';

/** The SDK's name for this family in `providerMetadata` and `providerOptions`. */
export const optionsName = 'openaiCompatible';

type AssistantMessage = Extract<PromptMessage, { role: 'assistant' }>;
type Options = NonNullable<AssistantMessage['providerOptions']>[string];

/**
 * Servers name their reasoning `reasoning_content` or `reasoning`, and some add `reasoning_details` with ciphertext. Each
 * wants back what it sent, where the SDK knows `reasoning_content` only: this notes on the part what came, and
 * `withReasoningAsItCame` puts it into the next request.
 */
export function noteReasoning(content: GenerateResult['content'], message: unknown): GenerateResult['content'] {
  const details = fieldOf(message, 'reasoning_details');
  const hasDetails = Array.isArray(details) && details.length > 0;
  const isPlain = typeof fieldOf(message, 'reasoning_content') === 'string';
  const first = content.findIndex((part) => part.type === 'reasoning');
  if (first === -1 && !hasDetails) return content;
  const note = { reasoningField: isPlain ? 'reasoning_content' : 'reasoning', ...(hasDetails ? { reasoningDetails: details } : {}) };
  const text = content[first]?.type === 'reasoning' ? content[first].text : '';
  const noted: GenerateResult['content'][number] = { type: 'reasoning', text, providerMetadata: { [optionsName]: note } };
  return [noted, ...content.filter((_part, index) => index !== first)];
}

export function withReasoningAsItCame(prompt: CallOptions['prompt']): CallOptions['prompt'] {
  return prompt.map((message) => (message.role === 'assistant' ? withFields(message) : message));
}

function withFields(message: AssistantMessage): AssistantMessage {
  const fields: Options = {};
  for (const part of message.content) {
    if (part.type !== 'reasoning') continue;
    const note = part.providerOptions?.[optionsName];
    if (note?.['reasoningField'] === 'reasoning' && part.text !== '') fields['reasoning'] = part.text;
    const details = note?.['reasoningDetails'];
    if (details !== undefined) fields['reasoning_details'] = details;
  }
  const content = message.content.map(withSignatureWhereItIsRead);
  const own = message.providerOptions?.[optionsName];
  return { ...message, content, providerOptions: { ...message.providerOptions, [optionsName]: { ...own, ...fields } } };
}

/** The SDK spreads everything under our name into the call's JSON, and reads a signature under `google` as well. */
function withSignatureWhereItIsRead(part: AssistantMessage['content'][number]): AssistantMessage['content'][number] {
  const { [optionsName]: own, ...others } = part.providerOptions ?? {};
  const signature = own?.['thoughtSignature'];
  if (part.type !== 'tool-call' || signature === undefined) return part;
  return { ...part, providerOptions: { ...others, google: { ...others['google'], thoughtSignature: signature } } };
}

/** Drops the SDK's `reasoning_content` from messages that carry the field that the server used. */
export function dropSecondReasoning(body: Record<string, unknown>): Record<string, unknown> {
  const messages = body['messages'];
  if (!Array.isArray(messages)) return body;
  return { ...body, messages: messages.map(withoutSecondReasoning) };
}

function withoutSecondReasoning(message: object): object {
  if (!Object.hasOwn(message, 'reasoning')) return message;
  const { reasoning_content: _second, ...rest } = message as { reasoning_content?: string };
  return rest;
}
