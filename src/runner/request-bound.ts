import type { CallOptions, Provider } from '../core/ports/provider.ts';
import type { RequestBound } from './budget.ts';

/** What a reply is taken to have at the most where nothing bounds it. */
export const UNBOUNDED_OUTPUT_TOKENS = 16_000;

/** The largest output of any of Claude's models, of which an effort takes a share for thinking (AI SDK, @ai-sdk/provider-utils 5). */
const LARGEST_OUTPUT_TOKENS = 128_000;
const FEWEST_REASONING_TOKENS = 1024;
const REASONING_SHARES: Readonly<Record<string, number>> = { minimal: 0.02, low: 0.1, medium: 0.3, high: 0.6, xhigh: 0.9 };

/** Tokens that what is sent can have at the most: tokenizers give a byte of plain data one token or less. */
export function mostInputTokens(sent: unknown): number {
  return Buffer.byteLength(JSON.stringify(sent));
}

/** Tokens of a reply at the most, its reasoning counted; `maxOutputTokens` where it is not bounded is taken as 16,000. */
export function mostOutputTokens(
  { maxOutputTokens = UNBOUNDED_OUTPUT_TOKENS, reasoning }: Pick<CallOptions, 'maxOutputTokens' | 'reasoning'>,
  { reasonsBeyondLimit = false }: Pick<Provider, 'reasonsBeyondLimit'>,
): number {
  if (!reasonsBeyondLimit || reasoning === undefined) return maxOutputTokens;
  return maxOutputTokens + Math.max(FEWEST_REASONING_TOKENS, Math.round(LARGEST_OUTPUT_TOKENS * (REASONING_SHARES[reasoning] ?? 0)));
}

/** What one request may take at the most. */
export function requestBound(call: CallOptions, provider: Pick<Provider, 'reasonsBeyondLimit'>): RequestBound {
  const { prompt, tools, responseFormat } = call;
  return { inputTokens: mostInputTokens([prompt, tools, responseFormat]), outputTokens: mostOutputTokens(call, provider) };
}
