import { providerContract } from '../../testing/provider-contract.ts';
import { createWireFetch } from '../wire-fetch.ts';
import { createOpenAICompatibleProvider } from './create-openai-compatible-provider.ts';

providerContract('openai-compatible', {
  protocol: 'openai-compatible',
  modelId: 'local-model',
  create: (options) => createOpenAICompatibleProvider({ ...options, fetch: createWireFetch() }),
});
