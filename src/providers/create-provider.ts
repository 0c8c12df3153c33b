import { UsageError } from '../core/errors.ts';
import type { Provider } from '../core/ports/provider.ts';
import { knownNames } from '../util/nearest-name.ts';
import { createAnthropicProvider } from './anthropic/create-anthropic-provider.ts';
import { createBedrockProvider } from './bedrock/create-bedrock-provider.ts';
import { createGoogleProvider } from './google/create-google-provider.ts';
import { createOpenAICompatibleProvider } from './openai-compatible/create-openai-compatible-provider.ts';
import { createOpenAIProvider } from './openai/create-openai-provider.ts';
import { createOpenRouterProvider } from './openrouter/create-openrouter-provider.ts';
import { priceOf } from './prices.ts';
import { families, providerBaseUrl, providerKey, type Environment, type Family } from './provider-keys.ts';
import { createTogetherProvider } from './together/create-together-provider.ts';
import { createVertexProvider } from './vertex/create-vertex-provider.ts';
import type { WireProviderOptions } from './wire-provider-options.ts';

/** What the command line knows; `baseUrl` and `price` are as given there, for this one subject. */
export interface WireProviderDeps extends Omit<WireProviderOptions, 'modelId' | 'apiKey'> {
  readonly environment: Environment;
}

const creators: Readonly<Record<Family, (options: WireProviderOptions) => Provider>> = {
  openai: createOpenAIProvider,
  anthropic: createAnthropicProvider,
  google: createGoogleProvider,
  vertex: createVertexProvider,
  bedrock: createBedrockProvider,
  together: createTogetherProvider,
  openrouter: createOpenRouterProvider,
  'openai-compatible': createOpenAICompatibleProvider,
};

/** The provider of a subject such as `anthropic:claude-haiku-4-5`. Throws `UsageError` for what a person must put right. */
export function createWireProvider(spec: string, deps: WireProviderDeps): Provider {
  const { environment } = deps;
  const colon = spec.indexOf(':');
  const family = colon === -1 ? spec : spec.slice(0, colon);
  const modelId = colon === -1 ? '' : spec.slice(colon + 1);
  if (!isFamily(family)) throw new UsageError(`no provider is called "${family}"${knownNames(family, families)}`);
  if (modelId.trim() === '') throw new UsageError(`"${spec}" names no model; write ${family}:MODEL`);
  return creators[family]({
    ...deps,
    modelId,
    baseUrl: providerBaseUrl(family, environment, deps.baseUrl),
    apiKey: providerKey(family, environment),
    price: deps.price ?? priceOf(family, modelId),
  });
}

function isFamily(name: string): name is Family {
  return (families as readonly string[]).includes(name);
}
