import type { LanguageModelV4, LanguageModelV4CallOptions, LanguageModelV4GenerateResult, LanguageModelV4Message } from '@ai-sdk/provider';

/** What the loop needs of a model: the AI SDK's specification v4, `doGenerate` only. */
export type LanguageModel = Pick<LanguageModelV4, 'specificationVersion' | 'provider' | 'modelId' | 'doGenerate'>;
export type CallOptions = LanguageModelV4CallOptions;
export type GenerateResult = LanguageModelV4GenerateResult;
export type PromptMessage = LanguageModelV4Message;

/** How much of a reply's reasoning we can see: as written, a summary, only ciphertext to send back, or nothing. */
export type ReasoningVisibility = 'raw' | 'summary' | 'encrypted' | 'none';

/** One request that failed and will be made again. */
export interface Retry {
  readonly attempt: number;
  readonly status: number | undefined;
  readonly delayMs: number;
  readonly because: string;
  /** As `ProviderError` has it. */
  readonly mayHaveCost: boolean;
}

/** US dollars per million tokens, from the dated table or from `--price`. */
export interface Price {
  readonly inputUsdPerMillion: number;
  readonly outputUsdPerMillion: number;
  readonly source: string;
}

/**
 * A model API with one model chosen. `forTrial` gives the model that one trial talks to; its `doGenerate` retries what
 * is worth retrying and throws `ProviderError`. `seed` is a hash of the trial's identity: only simulated models use it.
 */
export interface Provider {
  /** As on the command line, such as `anthropic:claude-haiku-4-5`. */
  readonly id: string;
  readonly modelId: string;
  readonly isSimulated: boolean;
  /** Free for simulated models; undefined where nobody told us. */
  readonly price: Price | undefined;
  /** Reasoning that an effort asks for may come on top of `maxOutputTokens` (Claude's thinking budgets). */
  readonly reasonsBeyondLimit?: boolean;
  forTrial(options: {
    readonly seed: string;
    /** What it throws ends the request, and is thrown. */
    readonly onRetry?: (retry: Retry) => void;
    /** Told of every request when it is sent. */
    readonly onSend?: () => void;
    /** Told how long a request waited for its turn, where something makes requests wait. */
    readonly onWait?: (ms: number) => void;
  }): LanguageModel;
  reasoningVisibility(result: GenerateResult): ReasoningVisibility;
}
