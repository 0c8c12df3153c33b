import type { LanguageModel, Provider } from '../../core/ports/provider.ts';
import { assembleProvider } from '../assemble-provider.ts';
import { lazyModel } from '../lazy-model.ts';
import type { WireProviderOptions } from '../wire-provider-options.ts';
import { bedrockAccess, type BedrockAccess } from './bedrock-access.ts';
import { bedrockReasoningVisibility, finishBedrockReply, prepareBedrockPrompt } from './bedrock-reply.ts';

/** Amazon Bedrock's Converse, one protocol for every model there. */
export function createBedrockProvider(options: WireProviderOptions): Provider {
  const { modelId } = options;
  const access = bedrockAccess(options);
  return assembleProvider(
    {
      family: 'bedrock',
      model: lazyModel({ provider: 'amazon-bedrock', modelId }, async () => converse(access, options)),
      secrets: access.kind === 'signed' ? [access.accessKeyId, access.secretAccessKey, access.sessionToken] : [],
      preparePrompt: prepareBedrockPrompt,
      finish: finishBedrockReply,
      reasonsBeyondLimit: true,
      reasoningVisibility: bedrockReasoningVisibility(modelId),
    },
    options,
  );
}

async function converse(access: BedrockAccess, { modelId, baseUrl, fetch }: WireProviderOptions): Promise<LanguageModel> {
  const { createAmazonBedrock } = await import('@ai-sdk/amazon-bedrock');
  const place = {
    fetch,
    ...(baseUrl === undefined ? {} : { baseURL: baseUrl }),
    ...(access.region === undefined ? {} : { region: access.region }),
  };
  if (access.kind === 'bearer') return createAmazonBedrock({ ...place, apiKey: access.apiKey })(modelId);
  const { accessKeyId, secretAccessKey, sessionToken } = access;
  // An empty key keeps the SDK from looking for one.
  const keys = { apiKey: '', accessKeyId, secretAccessKey, ...(sessionToken === undefined ? {} : { sessionToken }) };
  return createAmazonBedrock({ ...place, ...keys })(modelId);
}
