import { providerContract } from '../../testing/provider-contract.ts';
import { createWireFetch } from '../wire-fetch.ts';
import { createTogetherProvider } from './create-together-provider.ts';

providerContract('together', {
  protocol: 'together',
  modelId: 'moonshotai/Kimi-K2.5',
  create: (options) => createTogetherProvider({ ...options, fetch: createWireFetch() }),
  deviations: { namesNoSafetyStop: 'its reference knows stop, eos, length and tool_calls as reasons to finish, and no refusal' },
});
