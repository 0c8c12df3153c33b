import { providerContract } from '../../testing/provider-contract.ts';
import { createWireFetch } from '../wire-fetch.ts';
import { createGoogleProvider } from './create-google-provider.ts';

providerContract('google', {
  protocol: 'google',
  modelId: 'gemini-3-pro-preview',
  create: (options) => createGoogleProvider({ ...options, fetch: createWireFetch() }),
});
