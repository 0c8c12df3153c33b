import type { LanguageModel, Provider } from '../../core/ports/provider.ts';
import { assembleProvider } from '../assemble-provider.ts';
import { lazyModel } from '../lazy-model.ts';
import { geminiFamily } from '../protocols/gemini.ts';
import { messagesFamily } from '../protocols/messages.ts';
import { tolerateMissingUsage } from '../protocols/tolerate-missing-usage.ts';
import { toolCallIds } from '../tool-call-ids.ts';
import type { WireProviderOptions } from '../wire-provider-options.ts';
import { googleToken } from './google-token.ts';
import { isClaude, vertexAccess, vertexUrl, type VertexAccess } from './vertex-access.ts';

/** The SDK's name for Vertex in options and metadata. */
const optionsName = 'googleVertex';

/** Google's Vertex AI: Gemini by generateContent, Claude by the Messages API. */
export function createVertexProvider(options: WireProviderOptions): Provider {
  const { modelId } = options;
  const access = vertexAccess(modelId, options);
  const family = isClaude(modelId)
    ? messagesFamily(
        lazyModel({ provider: 'googleVertex.anthropic.messages', modelId }, async () => claude(access, options)),
        'vertex',
      )
    : geminiFamily(
        lazyModel({ provider: 'google.vertex.chat', modelId }, async () => gemini(access, options)),
        { family: 'vertex', optionsName },
      );
  return assembleProvider({ ...family, secrets: [access.kind === 'express' ? access.apiKey : access.accessToken] }, options);
}

async function gemini(access: VertexAccess, options: WireProviderOptions): Promise<LanguageModel> {
  const { createGoogleVertex } = await import('@ai-sdk/google-vertex');
  const baseURL = vertexUrl(access, { publisher: 'google', baseUrl: options.baseUrl });
  const common = { baseURL, fetch: options.fetch, generateId: toolCallIds(options.random) };
  if (access.kind === 'express') return createGoogleVertex({ ...common, apiKey: access.apiKey })(options.modelId);
  const { PassThroughClient } = await import('google-auth-library');
  const token = googleToken(access, options.fetch);
  // An empty key keeps the SDK from looking for one; a client without credentials keeps it from signing in by itself.
  const sdk = createGoogleVertex({
    ...common,
    apiKey: '',
    project: access.project,
    location: access.location,
    googleAuthOptions: { authClient: new PassThroughClient() },
    headers: async () => ({ Authorization: `Bearer ${await token()}` }),
  });
  return sdk(options.modelId);
}

async function claude(access: VertexAccess, options: WireProviderOptions): Promise<LanguageModel> {
  const { createGoogleVertexAnthropic } = await import('@ai-sdk/google-vertex/anthropic');
  const place = access.kind === 'project' ? access : { project: '', location: '' };
  const sdk = createGoogleVertexAnthropic({
    project: place.project,
    location: place.location,
    baseURL: `${vertexUrl(access, { publisher: 'anthropic', baseUrl: options.baseUrl })}/models`,
    fetch: tolerateMissingUsage(options.fetch),
    ...(access.kind === 'project' ? { generateAuthToken: googleToken(access, options.fetch) } : {}),
  });
  return sdk(options.modelId);
}
