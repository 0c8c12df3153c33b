import { providerContract } from '../../testing/provider-contract.ts';
import { createWireFetch } from '../wire-fetch.ts';
import { createAnthropicProvider } from './create-anthropic-provider.ts';

providerContract('anthropic', {
  protocol: 'anthropic',
  modelId: 'claude-sonnet-4-5',
  create: (options) => createAnthropicProvider({ ...options, fetch: createWireFetch() }),
});
