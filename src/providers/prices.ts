import type { Price } from '../core/ports/provider.ts';
import type { Family } from './provider-keys.ts';

/** When the newest of the sources below was read. Each row names its own date; prices change without notice. */
export const pricesAsOf = '2026-11-21';

interface Row {
  readonly modelId: string;
  readonly input: number;
  readonly output: number;
  readonly source: string;
}

const claude = 'platform.claude.com, models and pricing, 2026-10';
const claudeLegacy = 'platform.claude.com, pricing, before Claude Opus 5.5';
const openai = "simonw/llm-prices openai.json and tokenmix.ai after OpenAI's price list, 2026-06-04";
const openaiShort = `${openai}; prompts up to 272k tokens`;
const google = 'simonw/llm-prices google.json, 2026';
const googleShort = `${google}; prompts up to 200k tokens`;

const vertex = 'models.dev, google-vertex, 2026, read 2026-11-21; global endpoint';
const together = (until: string) => `models.dev, togetherai, 2026, read 2026-11-21; serverless price until ${until}`;

const rows: Readonly<Partial<Record<Family, readonly Row[]>>> = {
  anthropic: [
    { modelId: 'claude-fable-5-1', input: 10, output: 50, source: claude },
    { modelId: 'claude-opus-5-5', input: 4, output: 20, source: claude },
    { modelId: 'claude-opus-5', input: 5, output: 25, source: claude },
    { modelId: 'claude-opus-4-7', input: 5, output: 25, source: claudeLegacy },
    { modelId: 'claude-opus-4-5', input: 5, output: 25, source: claudeLegacy },
    { modelId: 'claude-sonnet-5-5', input: 2, output: 10, source: claude },
    { modelId: 'claude-sonnet-5', input: 2, output: 10, source: claude },
    { modelId: 'claude-sonnet-4-6', input: 3, output: 15, source: claudeLegacy },
    { modelId: 'claude-sonnet-4-5', input: 3, output: 15, source: claudeLegacy },
    { modelId: 'claude-haiku-4-5', input: 1, output: 5, source: claude },
  ],
  openai: [
    { modelId: 'gpt-5.5', input: 5, output: 30, source: openaiShort },
    { modelId: 'gpt-5.4', input: 2.5, output: 15, source: openaiShort },
    { modelId: 'gpt-5.4-mini', input: 0.75, output: 4.5, source: openai },
    { modelId: 'gpt-5.4-nano', input: 0.2, output: 1.25, source: openai },
    { modelId: 'gpt-5.2', input: 1.75, output: 14, source: "simonw/llm-prices openai.json and GitHub's model price table, 2026" },
  ],
  google: [
    { modelId: 'gemini-3.1-pro-preview', input: 2, output: 12, source: googleShort },
    { modelId: 'gemini-3.5-flash', input: 1.5, output: 9, source: google },
    { modelId: 'gemini-3-flash-preview', input: 0.5, output: 3, source: google },
    { modelId: 'gemini-2.5-pro', input: 1.25, output: 10, source: googleShort },
    { modelId: 'gemini-2.5-flash', input: 0.3, output: 2.5, source: google },
    { modelId: 'gemini-2.5-flash-lite', input: 0.1, output: 0.4, source: google },
  ],
  vertex: [
    { modelId: 'gemini-3.1-pro-preview', input: 2, output: 12, source: `${vertex}; prompts up to 200k tokens` },
    { modelId: 'gemini-3-pro-preview', input: 2, output: 12, source: `${vertex}; prompts up to 200k tokens` },
    { modelId: 'gemini-3-flash-preview', input: 0.5, output: 3, source: vertex },
    { modelId: 'claude-haiku-4-5@20251001', input: 1, output: 5, source: vertex },
  ],
  together: [
    { modelId: 'deepseek-ai/DeepSeek-V3.1', input: 0.6, output: 1.7, source: together('2026-05-14') },
    { modelId: 'moonshotai/Kimi-K2.5', input: 0.5, output: 2.8, source: together('2026-05-21') },
    { modelId: 'zai-org/GLM-5', input: 1, output: 3.2, source: together('some time in 2026') },
  ],
};

const snapshotSuffixes: Readonly<Partial<Record<Family, RegExp>>> = { openai: /-\d{4}-\d{2}-\d{2}$/, anthropic: /-\d{8}$/ };

/**
 * The list price of a model, or undefined where this table does not know it: then it is asked for, never guessed. A dated
 * snapshot costs what its alias does: OpenAI writes `-YYYY-MM-DD`, Anthropic `-YYYYMMDD` (before the 4.6 generation).
 * Long prompts that cost more, cache discounts, batch and priority rates are not in it.
 */
export function priceOf(family: Family, modelId: string): Price | undefined {
  const snapshot = snapshotSuffixes[family];
  const alias = snapshot ? modelId.replace(snapshot, '') : modelId;
  const row = rows[family]?.find((candidate) => candidate.modelId === alias);
  return row && { inputUsdPerMillion: row.input, outputUsdPerMillion: row.output, source: row.source };
}

/** Every row of the table, as `family:model`. */
export function pricedModels(): readonly { readonly id: string; readonly price: Price }[] {
  return Object.entries(rows).flatMap(([family, list]) =>
    list.map(({ modelId, input, output, source }) => ({
      id: `${family}:${modelId}`,
      price: { inputUsdPerMillion: input, outputUsdPerMillion: output, source },
    })),
  );
}
