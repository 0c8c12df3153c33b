import type { LanguageModel, Provider } from '../../core/ports/provider.ts';
import { assembleProvider } from '../assemble-provider.ts';
import { lazyModel } from '../lazy-model.ts';
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
  const { modelId } = options;
  const apiKey = requireKey('openai', options);
  return assembleProvider(
    {
      family: 'openai',
      model: lazyModel({ provider: 'openai.responses', modelId }, async () => responses(apiKey, options)),
      providerOptions: { openai: { store: false } },
      preparePrompt: (prompt) =>
        sendablePrompt(prompt, { part: (part) => part.type !== 'text' || part.text !== '', message: (parts) => parts.length > 0 }),
      finish: finishOpenAIReply,
      reasoningVisibility: openAIReasoningVisibility,
    },
    options,
  );
}

async function responses(apiKey: string, options: WireProviderOptions): Promise<LanguageModel> {
  const { createOpenAI } = await import('@ai-sdk/openai');
  const baseURL = options.baseUrl ?? familyVariables.openai.defaultBaseUrl ?? '';
  return createOpenAI({ apiKey, baseURL, fetch: options.fetch }).responses(options.modelId);
}
