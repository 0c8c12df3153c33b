import type { GenerateResult, ReasoningVisibility } from '../../core/ports/provider.ts';
import { fieldOf } from '../error-excerpt.ts';
import { difference, reportedCount } from '../reported-count.ts';
import { noteReasoning, optionsName } from './replay-reasoning.ts';

/** The SDK invents ids for calls without one, and counts tokens that were not reported as 0. */
export function finishChatReply(result: GenerateResult, body: unknown, newId: () => string): GenerateResult {
  const choices = fieldOf(body, 'choices');
  const message = fieldOf(Array.isArray(choices) ? choices[0] : undefined, 'message');
  return {
    ...result,
    content: noteReasoning(withIds(result.content, fieldOf(message, 'tool_calls'), newId), message),
    usage: reportedUsage(result.usage),
  };
}

function withIds(content: GenerateResult['content'], calls: unknown, newId: () => string): GenerateResult['content'] {
  const sent: readonly unknown[] = Array.isArray(calls) ? calls : [];
  let index = -1;
  return content.map((part) => {
    if (part.type !== 'tool-call') return part;
    index += 1;
    const id = fieldOf(sent[index], 'id');
    return typeof id === 'string' && id !== '' ? part : { ...part, toolCallId: newId() };
  });
}

function reportedUsage(usage: GenerateResult['usage']): GenerateResult['usage'] {
  const input = reportedCount(usage.raw, 'prompt_tokens');
  const output = reportedCount(usage.raw, 'completion_tokens');
  // Moonshot and some hosts of its models count cached tokens beside the totals.
  const cacheRead = reportedCount(usage.raw, 'prompt_tokens_details', 'cached_tokens') ?? reportedCount(usage.raw, 'cached_tokens');
  const cacheWrite = reportedCount(usage.raw, 'prompt_tokens_details', 'cache_write_tokens');
  const reasoning = reportedCount(usage.raw, 'completion_tokens_details', 'reasoning_tokens');
  return {
    ...usage,
    inputTokens: { total: input, noCache: difference(input, cacheRead), cacheRead, cacheWrite },
    outputTokens: { total: output, text: difference(output, reasoning), reasoning },
  };
}

/** Open models show their reasoning as written; a router in front of closed ones says in its details what it passes on. */
export function chatReasoningVisibility({ content }: GenerateResult): ReasoningVisibility {
  const reasoning = content.filter((part) => part.type === 'reasoning');
  const details = reasoning.flatMap((part) => {
    const noted = part.providerMetadata?.[optionsName]?.['reasoningDetails'];
    return Array.isArray(noted) ? noted.map((detail) => fieldOf(detail, 'type')) : [];
  });
  if (reasoning.every((part) => part.text === '')) return details.length > 0 ? 'encrypted' : 'none';
  return details.includes('reasoning.summary') ? 'summary' : 'raw';
}
