import type { GenerateResult, ReasoningVisibility } from '../../core/ports/provider.ts';
import type { Reply, Usage } from '../../core/reply.ts';
import { toldCount } from '../../util/told-count.ts';

type Warning = GenerateResult['warnings'][number];

function toUsage({ inputTokens, outputTokens }: GenerateResult['usage']): Usage {
  return {
    inputTokens: toldCount(inputTokens.total),
    outputTokens: toldCount(outputTokens.total),
    cachedInputTokens: toldCount(inputTokens.cacheRead),
    reasoningTokens: toldCount(outputTokens.reasoning),
  };
}

function renderWarning(warning: Warning): string {
  switch (warning.type) {
    case 'unsupported':
    case 'compatibility':
      return `${warning.type}: ${warning.feature}${warning.details === undefined ? '' : ` (${warning.details})`}`;
    case 'deprecated':
      return `deprecated: ${warning.setting} (${warning.message})`;
    case 'other':
      return warning.message;
  }
}

/** A provider's result as it is journalled: its content verbatim, without request and response bodies. */
export function toReply(
  result: GenerateResult,
  seen: { readonly reasoningVisibility: ReasoningVisibility; readonly attempts: number },
): Reply {
  return {
    content: result.content,
    finishReason: result.finishReason,
    usage: toUsage(result.usage),
    modelVersion: result.response?.modelId ?? null,
    reasoningVisibility: seen.reasoningVisibility,
    warnings: result.warnings.map(renderWarning),
    ...(result.providerMetadata === undefined ? {} : { providerMetadata: result.providerMetadata }),
    attempts: seen.attempts,
  };
}
