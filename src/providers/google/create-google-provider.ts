import { createGoogle } from '@ai-sdk/google';
import type { Provider } from '../../core/ports/provider.ts';
import { assembleProvider } from '../assemble-provider.ts';
import { geminiFamily } from '../protocols/gemini.ts';
import { requireKey } from '../require-key.ts';
import { familyVariables } from '../provider-keys.ts';
import { toolCallIds } from '../tool-call-ids.ts';
import type { WireProviderOptions } from '../wire-provider-options.ts';

/** Google's Gemini API. Models that think are asked to show a summary of their thoughts. */
export function createGoogleProvider(options: WireProviderOptions): Provider {
  const sdk = createGoogle({
    apiKey: requireKey('google', options),
    baseURL: options.baseUrl ?? familyVariables.google.defaultBaseUrl ?? '',
    fetch: options.fetch,
    generateId: toolCallIds(options.random),
  });
  return assembleProvider(geminiFamily(sdk(options.modelId), { family: 'google', optionsName: 'google' }), options);
}
