import { createOpenAI } from '@ai-sdk/openai';
import type { Provider } from '../../core/ports/provider.ts';
import { assembleProvider } from '../assemble-provider.ts';
import { requireKey } from '../require-key.ts';
import { sendablePrompt } from '../sendable-prompt.ts';
import { familyVariables } from '../provider-keys.ts';
import type { WireProviderOptions } from '../wire-provider-options.ts';
import { finishOpenAIReply, openAIReasoningVisibility } from './openai-reply.ts';

/**
 * OpenAI's Responses API. Nothing is stored there: the SDK asks for encrypted reasoning and sends it back itself. A model
 * that it does not know as one that reasons needs `providerOptions.openai.forceReasoning`.
 */
export function createOpenAIProvider(options: WireProviderOptions): Provider {
  const sdk = createOpenAI({
    apiKey: requireKey('openai', options),
    baseURL: options.baseUrl ?? familyVariables.openai.defaultBaseUrl ?? '',
    fetch: options.fetch,
  });
  return assembleProvider(
    {
      family: 'openai',
      model: sdk.responses(options.modelId),
      providerOptions: { openai: { store: false } },
      preparePrompt: (prompt) =>
        sendablePrompt(prompt, { part: (part) => part.type !== 'text' || part.text !== '', message: (parts) => parts.length > 0 }),
      finish: finishOpenAIReply,
      reasoningVisibility: openAIReasoningVisibility,
    },
    options,
  );
}
