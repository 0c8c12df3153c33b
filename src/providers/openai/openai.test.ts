import { providerContract } from '../../testing/provider-contract.ts';
import { createWireFetch } from '../wire-fetch.ts';
import { createOpenAIProvider } from './create-openai-provider.ts';

providerContract('openai', {
  protocol: 'openai',
  modelId: 'gpt-5.2',
  create: (options) => createOpenAIProvider({ ...options, fetch: createWireFetch() }),
});
