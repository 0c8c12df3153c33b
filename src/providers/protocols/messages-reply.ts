import type { GenerateResult, ReasoningVisibility } from '../../core/ports/provider.ts';
import { fieldOf } from '../error-excerpt.ts';
import { difference, reportedCount } from '../reported-count.ts';
import { unreported } from './tolerate-missing-usage.ts';

/** The SDK counts cache tokens that were not reported as 0. */
export function finishMessagesReply(result: GenerateResult, body: unknown): GenerateResult {
  const raw = fieldOf(body, 'usage');
  const fresh = known(reportedCount(raw, 'input_tokens'));
  const output = known(reportedCount(raw, 'output_tokens'));
  const cacheRead = reportedCount(raw, 'cache_read_input_tokens');
  const cacheWrite = reportedCount(raw, 'cache_creation_input_tokens');
  const reasoning = reportedCount(raw, 'output_tokens_details', 'thinking_tokens');
  const { raw: _raw, ...usage } = result.usage;
  const isReported = fresh !== undefined && output !== undefined;
  return {
    ...result,
    usage: {
      ...(isReported ? result.usage : usage),
      inputTokens: {
        total: fresh === undefined ? undefined : result.usage.inputTokens.total,
        noCache: fresh === undefined ? undefined : result.usage.inputTokens.noCache,
        cacheRead,
        cacheWrite,
      },
      outputTokens: {
        total: output === undefined ? undefined : result.usage.outputTokens.total,
        text: output === undefined ? undefined : difference(result.usage.outputTokens.total, reasoning),
        reasoning,
      },
    },
    ...(isReported ? {} : { providerMetadata: withoutUsage(result.providerMetadata) }),
  };
}

function known(count: number | undefined): number | undefined {
  return count === unreported ? undefined : count;
}

function withoutUsage(metadata: GenerateResult['providerMetadata']): NonNullable<GenerateResult['providerMetadata']> {
  const { usage: _usage, ...anthropic } = metadata?.['anthropic'] ?? {};
  return { ...metadata, anthropic };
}

/** From Claude 4 on, thinking comes as a summary by another model; Claude 3.7 showed it as written. */
export function claudeReasoningVisibility(modelId: string): (result: GenerateResult) => ReasoningVisibility {
  return ({ content }) => {
    const reasoning = content.filter((part) => part.type === 'reasoning');
    if (reasoning.some((part) => part.text !== '')) return modelId.includes('claude-3-7') ? 'raw' : 'summary';
    return reasoning.length > 0 ? 'encrypted' : 'none';
  };
}
