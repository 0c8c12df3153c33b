import type { PromptMessage } from '../core/ports/provider.ts';

type AssistantPart = Extract<PromptMessage, { role: 'assistant' }>['content'][number];

/**
 * What an API accepts of the model's own earlier words. Replies may be empty, or blank, or broken off while thinking, and
 * no API takes such a message back: parts that it refuses are left out, and a message without any left goes as a whole.
 */
export function sendablePrompt(
  prompt: readonly PromptMessage[],
  accepts: { part(part: AssistantPart): boolean; message(parts: readonly AssistantPart[]): boolean },
): { readonly prompt: PromptMessage[]; readonly hasLostReasoning: boolean } {
  let hasLostReasoning = false;
  const kept = prompt.flatMap((message): PromptMessage[] => {
    if (message.role !== 'assistant') return [message];
    const content = message.content.filter((part) => accepts.part(part));
    if (accepts.message(content)) return [{ ...message, content }];
    hasLostReasoning ||= content.some((part) => part.type === 'reasoning');
    return [];
  });
  return { prompt: kept, hasLostReasoning };
}

export function isBlankText(part: AssistantPart): boolean {
  return part.type === 'text' && part.text.trim() === '';
}
