/** The encoding that all token numbers of ours are in: one pinned yardstick, not the tokenizer of the model under study. */
export const TOKEN_ENCODING = 'o200k_base';

export type CountTokens = (text: string) => number;

/** Its tables are large, so they are loaded by those who count and by nobody else. */
export async function loadTokenCounter(): Promise<CountTokens> {
  const { countTokens } = await import('gpt-tokenizer/encoding/o200k_base');
  const plain = { disallowedSpecial: new Set<string>() };
  return (text) => countTokens(text, plain);
}
