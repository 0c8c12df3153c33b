import { providerContract } from '../../testing/provider-contract.ts';
import { createWireFetch } from '../wire-fetch.ts';
import { createOpenRouterProvider } from './create-openrouter-provider.ts';

providerContract('openrouter', {
  protocol: 'openrouter',
  modelId: 'moonshotai/kimi-k2.5',
  create: (options) => createOpenRouterProvider({ ...options, fetch: createWireFetch() }),
});
