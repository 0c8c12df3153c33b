import type { LanguageModel, Provider } from '../../core/ports/provider.ts';
import { assembleProvider } from '../assemble-provider.ts';
import { lazyModel } from '../lazy-model.ts';
import { geminiFamily } from '../protocols/gemini.ts';
import { requireKey } from '../require-key.ts';
import { familyVariables } from '../provider-keys.ts';
import { toolCallIds } from '../tool-call-ids.ts';
import type { WireProviderOptions } from '../wire-provider-options.ts';

/** Google's Gemini API. Models that think are asked to show a summary of their thoughts. */
export function createGoogleProvider(options: WireProviderOptions): Provider {
  const { modelId } = options;
  const apiKey = requireKey('google', options);
  const model = lazyModel({ provider: 'google.generative-ai', modelId }, async () => gemini(apiKey, options));
  return assembleProvider(geminiFamily(model, { family: 'google', optionsName: 'google' }), options);
}

async function gemini(apiKey: string, options: WireProviderOptions): Promise<LanguageModel> {
  const { createGoogle } = await import('@ai-sdk/google');
  const sdk = createGoogle({
    apiKey,
    baseURL: options.baseUrl ?? familyVariables.google.defaultBaseUrl ?? '',
    fetch: options.fetch,
    generateId: toolCallIds(options.random),
  });
  return sdk(options.modelId);
}
