import { createGoogle } from '@ai-sdk/google';
import type { Provider } from '../../core/ports/provider.ts';
import { assembleProvider } from '../assemble-provider.ts';
import { requireKey } from '../require-key.ts';
import { familyVariables } from '../provider-keys.ts';
import { sendablePrompt } from '../sendable-prompt.ts';
import { toolCallIds } from '../tool-call-ids.ts';
import type { WireProviderOptions } from '../wire-provider-options.ts';
import { finishGoogleReply, googleReasoningVisibility } from './google-reply.ts';

/** Google's Gemini API. Models that think are asked to show a summary of their thoughts. */
export function createGoogleProvider(options: WireProviderOptions): Provider {
  const sdk = createGoogle({
    apiKey: requireKey('google', options),
    baseURL: options.baseUrl ?? familyVariables.google.defaultBaseUrl ?? '',
    fetch: options.fetch,
    generateId: toolCallIds(options.random),
  });
  return assembleProvider(
    {
      family: 'google',
      model: sdk(options.modelId),
      ...(canThink(options.modelId) ? { providerOptions: { google: { thinkingConfig: { includeThoughts: true } } } } : {}),
      preparePrompt: (prompt) =>
        sendablePrompt(prompt, {
          part: (part) => part.type !== 'text' || part.text !== '' || part.providerOptions?.['google']?.['thoughtSignature'] !== undefined,
          message: (parts) => parts.length > 0,
        }),
      finish: finishGoogleReply,
      reasoningVisibility: googleReasoningVisibility,
    },
    options,
  );
}

/** Models before 2.5 answer 400 to any thinking setting. */
function canThink(modelId: string): boolean {
  return /gemini-(?:2\.5|[3-9]|\d\d)/.test(modelId) && !/image|tts|audio/.test(modelId);
}
