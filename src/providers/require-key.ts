import { providerKey, type Family } from './provider-keys.ts';

/** The key that was handed in. An empty environment makes the error of a missing one; the SDK never looks by itself. */
export function requireKey(family: Family, { apiKey }: { readonly apiKey?: string | undefined }): string {
  return apiKey ?? providerKey(family, {}) ?? '';
}
