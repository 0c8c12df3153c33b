import type { CallOptions, GenerateResult, PromptMessage, ReasoningVisibility } from '../../core/ports/provider.ts';
import { fieldOf } from '../error-excerpt.ts';
import { reportedCount } from '../reported-count.ts';
import { isBlankText, sendablePrompt } from '../sendable-prompt.ts';

/** The SDK's name for Bedrock in options and metadata. */
const optionsName = 'amazonBedrock';

/**
 * The SDK counts cache tokens that were not reported as 0, takes all output for text, and does not know every reason to
 * stop. A prompt router says in its trace which model it chose; otherwise the id that was asked for is all that is known.
 */
export function finishBedrockReply(result: GenerateResult): GenerateResult {
  const { finishReason, usage, providerMetadata } = result;
  const isFull = finishReason.raw === 'model_context_window_exceeded';
  const routed = fieldOf(fieldOf(providerMetadata?.[optionsName]?.['trace'], 'promptRouter'), 'invokedModelId');
  return {
    ...result,
    finishReason: isFull ? { ...finishReason, unified: 'length' } : finishReason,
    usage: {
      ...usage,
      inputTokens: {
        ...usage.inputTokens,
        cacheRead: reportedCount(usage.raw, 'cacheReadInputTokens'),
        cacheWrite: reportedCount(usage.raw, 'cacheWriteInputTokens'),
      },
      outputTokens: { total: usage.outputTokens.total, text: undefined, reasoning: undefined },
    },
    response: { ...result.response, ...(typeof routed === 'string' ? { modelId: routed } : {}) },
  };
}

/** Bedrock refuses blank text and a message of nothing but reasoning, and the SDK leaves out reasoning without a signature. */
export function prepareBedrockPrompt(prompt: CallOptions['prompt']): { prompt: PromptMessage[]; hasLostReasoning: boolean } {
  let hasLostReasoning = false;
  const sendable = sendablePrompt(prompt, {
    part: (part) => {
      if (part.type !== 'reasoning') return !isBlankText(part);
      const isSealed = Object.keys(part.providerOptions?.[optionsName] ?? {}).length > 0;
      hasLostReasoning ||= !isSealed;
      return isSealed;
    },
    message: (parts) => parts.some((part) => part.type !== 'reasoning'),
  });
  return { prompt: sendable.prompt, hasLostReasoning: hasLostReasoning || sendable.hasLostReasoning };
}

/** Open models show their reasoning as written and unsigned; Claude, since 4, a summary with a signature. */
export function bedrockReasoningVisibility(modelId: string): (result: GenerateResult) => ReasoningVisibility {
  return ({ content }) => {
    const reasoning = content.filter((part) => part.type === 'reasoning');
    if (reasoning.every((part) => part.text === '')) return reasoning.length > 0 ? 'encrypted' : 'none';
    const isSigned = reasoning.some((part) => part.providerMetadata?.[optionsName]?.['signature'] !== undefined);
    return isSigned && !modelId.includes('claude-3-7') ? 'summary' : 'raw';
  };
}
