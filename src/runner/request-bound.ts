/** Fewer bytes a token than tokenizers show on our texts, in any script, so that what is held back is an upper bound. */
const BYTES_PER_TOKEN = 2.5;

/** What a reply is taken to have at the most where nothing bounds it. */
export const UNBOUNDED_OUTPUT_TOKENS = 16_000;

/** Tokens that what is sent can have at the most; `sent` is plain data. */
export function mostInputTokens(sent: unknown): number {
  return Math.ceil(Buffer.byteLength(JSON.stringify(sent)) / BYTES_PER_TOKEN);
}
