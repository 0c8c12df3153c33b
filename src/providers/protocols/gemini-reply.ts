import { InvalidResponseDataError } from '@ai-sdk/provider';
import type { GenerateResult, ReasoningVisibility } from '../../core/ports/provider.ts';
import { fieldOf } from '../error-excerpt.ts';
import { difference, reportedCount } from '../reported-count.ts';
import { restoreSignatures } from './restore-signatures.ts';

/**
 * The SDK takes a body without any candidate for an empty reply, counts tokens that were not reported as 0, does not say
 * which version answered, and moves signatures.
 */
export function finishGeminiReply(result: GenerateResult, body: unknown, optionsName: string): GenerateResult {
  const candidates = fieldOf(body, 'candidates');
  const candidate: unknown = Array.isArray(candidates) ? candidates[0] : undefined;
  const blockReason = fieldOf(fieldOf(body, 'promptFeedback'), 'blockReason');
  if (candidate === undefined && typeof blockReason !== 'string') {
    throw new InvalidResponseDataError({ data: body, message: 'neither a candidate nor a reason to block the prompt' });
  }
  const modelVersion = fieldOf(body, 'modelVersion');
  return {
    ...result,
    content: restoreSignatures(result.content, fieldOf(fieldOf(candidate, 'content'), 'parts'), optionsName),
    finishReason: candidate === undefined ? { unified: 'content-filter', raw: String(blockReason) } : withSafety(result.finishReason),
    usage: reportedUsage(result.usage),
    response: { ...result.response, ...(typeof modelVersion === 'string' ? { modelId: modelVersion } : {}) },
  };
}

/** Google adds reasons to stop faster than the SDK learns them. */
function withSafety(finishReason: GenerateResult['finishReason']): GenerateResult['finishReason'] {
  const isSafety = /SAFETY|PROHIBITED|BLOCKLIST|SPII|RECITATION|MODEL_ARMOR/.test(finishReason.raw ?? '');
  return isSafety ? { ...finishReason, unified: 'content-filter' } : finishReason;
}

function reportedUsage(usage: GenerateResult['usage']): GenerateResult['usage'] {
  const count = (name: string) => reportedCount(usage.raw, name);
  const sum = (...counts: readonly (number | undefined)[]) =>
    counts.every((value) => value === undefined) ? undefined : counts.reduce<number>((total, value) => total + (value ?? 0), 0);
  const cacheRead = count('cachedContentTokenCount');
  const input = sum(count('promptTokenCount'), count('toolUsePromptTokenCount'));
  const text = count('candidatesTokenCount');
  const reasoning = count('thoughtsTokenCount');
  return {
    ...usage,
    inputTokens: { total: input, noCache: difference(input, cacheRead), cacheRead, cacheWrite: undefined },
    outputTokens: { total: sum(text, reasoning), text, reasoning },
  };
}

/** Thought parts are summaries; a signature without them is reasoning that only the API can read. */
export function geminiReasoningVisibility({ content }: GenerateResult, optionsName: string): ReasoningVisibility {
  if (content.some((part) => part.type === 'reasoning' && part.text !== '')) return 'summary';
  return content.some((part) => part.providerMetadata?.[optionsName]?.['thoughtSignature'] !== undefined) ? 'encrypted' : 'none';
}
