import type { Price } from './ports/provider.ts';
import type { Usage } from './reply.ts';

const MILLION = 1_000_000;

interface Tokens {
  readonly inputTokens: number;
  readonly outputTokens: number;
}

/** US dollars for some tokens. */
export function usdOfTokens({ inputTokens, outputTokens }: Tokens, price: Price): number {
  return (inputTokens * price.inputUsdPerMillion + outputTokens * price.outputUsdPerMillion) / MILLION;
}

/** The same; null where the price or the tokens are unknown. */
export function costOfTokens(
  { inputTokens, outputTokens }: Pick<Usage, 'inputTokens' | 'outputTokens'>,
  price: Price | undefined,
): number | null {
  if (!price || inputTokens === null || outputTokens === null) return null;
  return usdOfTokens({ inputTokens, outputTokens }, price);
}
