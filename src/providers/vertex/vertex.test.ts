import { providerContract } from '../../testing/provider-contract.ts';
import { createWireFetch } from '../wire-fetch.ts';
import { createVertexProvider } from './create-vertex-provider.ts';

const project = (token: string) => ({
  GOOGLE_VERTEX_PROJECT: 'acme-research-7',
  GOOGLE_VERTEX_LOCATION: 'global',
  GOOGLE_VERTEX_ACCESS_TOKEN: token,
});

providerContract('vertex in express mode', {
  protocol: 'vertex',
  modelId: 'gemini-3-flash-preview',
  create: (options) => createVertexProvider({ ...options, fetch: createWireFetch() }),
});

providerContract('vertex with a project', {
  protocol: 'vertex',
  modelId: 'gemini-3-flash-preview',
  create: ({ apiKey, ...options }) => createVertexProvider({ ...options, environment: project(apiKey), fetch: createWireFetch() }),
});

providerContract('vertex with Claude', {
  protocol: 'vertex-claude',
  modelId: 'claude-haiku-4-5@20251001',
  create: ({ apiKey, ...options }) => createVertexProvider({ ...options, environment: project(apiKey), fetch: createWireFetch() }),
});
