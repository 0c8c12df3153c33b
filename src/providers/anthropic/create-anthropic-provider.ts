import { createAnthropic } from '@ai-sdk/anthropic';
import type { Provider } from '../../core/ports/provider.ts';
import { assembleProvider } from '../assemble-provider.ts';
import { requireKey } from '../require-key.ts';
import { familyVariables } from '../provider-keys.ts';
import { isBlankText, sendablePrompt } from '../sendable-prompt.ts';
import { toolCallIds } from '../tool-call-ids.ts';
import type { WireProviderOptions } from '../wire-provider-options.ts';
import { anthropicReasoningVisibility, finishAnthropicReply } from './anthropic-reply.ts';
import { tolerateMissingUsage } from './tolerate-missing-usage.ts';

/** Anthropic's Messages API. It refuses blank text, and a message that holds nothing but thinking. */
export function createAnthropicProvider(options: WireProviderOptions): Provider {
  const sdk = createAnthropic({
    apiKey: requireKey('anthropic', options),
    baseURL: options.baseUrl ?? familyVariables.anthropic.defaultBaseUrl ?? '',
    fetch: tolerateMissingUsage(options.fetch),
    generateId: toolCallIds(options.random),
  });
  return assembleProvider(
    {
      family: 'anthropic',
      model: sdk(options.modelId),
      preparePrompt: (prompt) =>
        sendablePrompt(prompt, {
          part: (part) => !isBlankText(part),
          message: (parts) => parts.some((part) => part.type !== 'reasoning'),
        }),
      finish: finishAnthropicReply,
      reasoningVisibility: anthropicReasoningVisibility(options.modelId),
    },
    options,
  );
}
