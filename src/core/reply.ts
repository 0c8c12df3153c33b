import type { GenerateResult, ReasoningVisibility } from './ports/provider.ts';

/** Tokens that a provider reported; null where it reported nothing. Never 0 for unknown. */
export interface Usage {
  readonly inputTokens: number | null;
  readonly outputTokens: number | null;
  readonly cachedInputTokens: number | null;
  readonly reasoningTokens: number | null;
}

/** A model's reply as it is journalled: every part verbatim, signatures included. Plain JSON. */
export interface Reply {
  readonly content: GenerateResult['content'];
  readonly finishReason: GenerateResult['finishReason'];
  readonly usage: Usage;
  /** The version that the provider says answered. */
  readonly modelVersion: string | null;
  readonly reasoningVisibility: ReasoningVisibility;
  readonly warnings: readonly string[];
  readonly providerMetadata?: GenerateResult['providerMetadata'];
  /** Requests that this reply took, retries included. */
  readonly attempts: number;
}
