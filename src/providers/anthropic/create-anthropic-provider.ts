import { createAnthropic } from '@ai-sdk/anthropic';
import type { Provider } from '../../core/ports/provider.ts';
import { assembleProvider } from '../assemble-provider.ts';
import { messagesFamily } from '../protocols/messages.ts';
import { tolerateMissingUsage } from '../protocols/tolerate-missing-usage.ts';
import { requireKey } from '../require-key.ts';
import { familyVariables } from '../provider-keys.ts';
import { toolCallIds } from '../tool-call-ids.ts';
import type { WireProviderOptions } from '../wire-provider-options.ts';

/** Anthropic's Messages API. */
export function createAnthropicProvider(options: WireProviderOptions): Provider {
  const sdk = createAnthropic({
    apiKey: requireKey('anthropic', options),
    baseURL: options.baseUrl ?? familyVariables.anthropic.defaultBaseUrl ?? '',
    fetch: tolerateMissingUsage(options.fetch),
    generateId: toolCallIds(options.random),
  });
  return assembleProvider(messagesFamily(sdk(options.modelId), 'anthropic'), options);
}
