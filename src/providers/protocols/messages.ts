import type { LanguageModel } from '../../core/ports/provider.ts';
import type { WireFamily } from '../assemble-provider.ts';
import type { Family } from '../provider-keys.ts';
import { isBlankText, sendablePrompt } from '../sendable-prompt.ts';
import { claudeReasoningVisibility, finishMessagesReply } from './messages-reply.ts';

/** Claude's Messages API, wherever it is served. It refuses blank text, and a message that holds nothing but thinking. */
export function messagesFamily(model: LanguageModel, family: Family): WireFamily {
  return {
    family,
    model,
    preparePrompt: (prompt) =>
      sendablePrompt(prompt, {
        part: (part) => !isBlankText(part),
        message: (parts) => parts.some((part) => part.type !== 'reasoning'),
      }),
    finish: finishMessagesReply,
    reasonsBeyondLimit: true,
    reasoningVisibility: claudeReasoningVisibility(model.modelId),
  };
}
