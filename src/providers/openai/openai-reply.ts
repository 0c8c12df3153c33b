import type { GenerateResult, ReasoningVisibility } from '../../core/ports/provider.ts';
import { fieldOf } from '../error-excerpt.ts';
import { difference, reportedCount } from '../reported-count.ts';

/** The SDK reports details of usage that were absent as 0, and hides what ended a reply that is not incomplete. */
export function finishOpenAIReply(result: GenerateResult, body: unknown): GenerateResult {
  const { finishReason } = result;
  return {
    ...result,
    finishReason: { ...finishReason, raw: finishReason.raw ?? (hasRefusal(body) ? 'refusal' : statusOf(body)) },
    usage: reportedUsage(result),
  };
}

function reportedUsage({ usage }: GenerateResult): GenerateResult['usage'] {
  const cacheRead = reportedCount(usage.raw, 'input_tokens_details', 'cached_tokens');
  const cacheWrite = reportedCount(usage.raw, 'input_tokens_details', 'cache_write_tokens');
  const reasoning = reportedCount(usage.raw, 'output_tokens_details', 'reasoning_tokens');
  const { inputTokens, outputTokens } = usage;
  return {
    ...usage,
    inputTokens: { total: inputTokens.total, noCache: cacheRead === undefined ? undefined : inputTokens.noCache, cacheRead, cacheWrite },
    outputTokens: { total: outputTokens.total, text: difference(outputTokens.total, reasoning), reasoning },
  };
}

function hasRefusal(body: unknown): boolean {
  const output = fieldOf(body, 'output');
  if (!Array.isArray(output)) return false;
  return output.some((item: unknown) => {
    const content = fieldOf(item, 'content');
    return Array.isArray(content) && content.some((part: unknown) => fieldOf(part, 'type') === 'refusal');
  });
}

function statusOf(body: unknown): string | undefined {
  const status = fieldOf(body, 'status');
  return typeof status === 'string' ? status : undefined;
}

/** Summaries where the account may see them, otherwise ciphertext that only the API can read. */
export function openAIReasoningVisibility({ content }: GenerateResult): ReasoningVisibility {
  const reasoning = content.filter((part) => part.type === 'reasoning');
  if (reasoning.some((part) => part.text !== '')) return 'summary';
  return reasoning.length > 0 ? 'encrypted' : 'none';
}
