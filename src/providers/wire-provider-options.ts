import type { Clock } from '../core/ports/clock.ts';
import type { CallOptions, Price } from '../core/ports/provider.ts';
import type { Environment } from './provider-keys.ts';

/** What holds for every call of a subject. A call's own options win. `providerOptions` go to the API as the family names them. */
export type WireSettings = Partial<Pick<CallOptions, 'temperature' | 'topP' | 'topK' | 'maxOutputTokens' | 'reasoning' | 'seed'>> & {
  readonly providerOptions?: NonNullable<CallOptions['providerOptions']>;
};

/** What every family's `createXProvider` takes. */
export interface WireProviderOptions {
  readonly modelId: string;
  readonly apiKey?: string | undefined;
  /** For families whose access is more than one key: regions, projects, pairs of keys. Nobody looks into the process's own. */
  readonly environment?: Environment | undefined;
  /** With the API's version in its path; without a slash at the end. The family's own host if absent. */
  readonly baseUrl?: string | undefined;
  readonly fetch: typeof globalThis.fetch;
  readonly clock: Clock;
  /** In [0, 1): jitter, and the ids of tool calls that came without one. */
  readonly random: () => number;
  readonly price?: Price | undefined;
  readonly settings?: WireSettings | undefined;
  /** For one request; 600 s if absent. */
  readonly timeoutMs?: number | undefined;
  /** After the first request; 5 if absent. */
  readonly maxRetries?: number | undefined;
}
