import type { LanguageModel, Provider } from '../../core/ports/provider.ts';
import { assembleProvider } from '../assemble-provider.ts';
import { lazyModel } from '../lazy-model.ts';
import { messagesFamily } from '../protocols/messages.ts';
import { tolerateMissingUsage } from '../protocols/tolerate-missing-usage.ts';
import { requireKey } from '../require-key.ts';
import { familyVariables } from '../provider-keys.ts';
import { toolCallIds } from '../tool-call-ids.ts';
import type { WireProviderOptions } from '../wire-provider-options.ts';

/** Anthropic's Messages API. */
export function createAnthropicProvider(options: WireProviderOptions): Provider {
  const { modelId } = options;
  const apiKey = requireKey('anthropic', options);
  const model = lazyModel({ provider: 'anthropic.messages', modelId }, async () => claude(apiKey, options));
  return assembleProvider(messagesFamily(model, 'anthropic'), options);
}

async function claude(apiKey: string, options: WireProviderOptions): Promise<LanguageModel> {
  const { createAnthropic } = await import('@ai-sdk/anthropic');
  const sdk = createAnthropic({
    apiKey,
    baseURL: options.baseUrl ?? familyVariables.anthropic.defaultBaseUrl ?? '',
    fetch: tolerateMissingUsage(options.fetch),
    generateId: toolCallIds(options.random),
  });
  return sdk(options.modelId);
}
