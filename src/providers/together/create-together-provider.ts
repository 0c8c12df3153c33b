import type { GenerateResult, Provider } from '../../core/ports/provider.ts';
import { assembleProvider } from '../assemble-provider.ts';
import { chatCompletionsFamily } from '../protocols/chat-completions.ts';
import { familyVariables } from '../provider-keys.ts';
import { requireKey } from '../require-key.ts';
import type { WireProviderOptions } from '../wire-provider-options.ts';

/** Together AI: Chat Completions, with a switch for models that may think or not. */
export function createTogetherProvider(options: WireProviderOptions): Provider {
  const given = { ...options, apiKey: requireKey('together', options) };
  const family = chatCompletionsFamily(given, {
    family: 'together',
    baseUrl: options.baseUrl ?? familyVariables.together.defaultBaseUrl ?? '',
    rewriteRequest: (body) => (isAdjustableOnly(options.modelId) ? body : withReasoningSwitch(body)),
    finish: (result) => namedEnd(result),
  });
  return assembleProvider(family, given);
}

/** These always think; an effort is all that they take. */
function isAdjustableOnly(modelId: string): boolean {
  return modelId.includes('gpt-oss');
}

/** Hybrid models think or not by `reasoning.enabled`, DeepSeek V3.1 not unless told; `reasoning_effort` knows no "none". */
function withReasoningSwitch(body: Record<string, unknown>): Record<string, unknown> {
  const { reasoning_effort: effort, ...rest } = body;
  if (effort === undefined) return body;
  return effort === 'none' ? { ...rest, reasoning: { enabled: false } } : { ...body, reasoning: { enabled: true } };
}

/** Some of its engines call the natural end of a reply `eos`. */
function namedEnd(result: GenerateResult): GenerateResult {
  return result.finishReason.raw === 'eos' ? { ...result, finishReason: { unified: 'stop', raw: 'eos' } } : result;
}
