import { providerContract, type Deviations } from '../../testing/provider-contract.ts';
import { createWireFetch } from '../wire-fetch.ts';
import { createBedrockProvider } from './create-bedrock-provider.ts';

const modelId = 'us.anthropic.claude-haiku-4-5-20251001-v1:0';
const deviations: Deviations = {
  countsNoReasoning: "Converse's TokenUsage has no member for it",
  alwaysCountsUsage: "usage is a required member of Converse's response",
};

providerContract('bedrock with a bearer token', {
  protocol: 'bedrock',
  modelId,
  create: (options) => createBedrockProvider({ ...options, fetch: createWireFetch() }),
  deviations,
});

providerContract('bedrock with signed requests', {
  protocol: 'bedrock',
  modelId,
  create: ({ apiKey, ...options }) => {
    const keys = {
      AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
      AWS_SECRET_ACCESS_KEY: apiKey,
      AWS_SESSION_TOKEN: 'IQoJb3JpZ2luX2VjE/session==',
    };
    return createBedrockProvider({ ...options, environment: { ...keys, AWS_REGION: 'eu-central-1' }, fetch: createWireFetch() });
  },
  deviations,
});
