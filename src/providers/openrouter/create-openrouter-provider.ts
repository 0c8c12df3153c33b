import { InvalidResponseDataError } from '@ai-sdk/provider';
import type { GenerateResult, Provider } from '../../core/ports/provider.ts';
import { assembleProvider } from '../assemble-provider.ts';
import { fieldOf } from '../error-excerpt.ts';
import { chatCompletionsFamily } from '../protocols/chat-completions.ts';
import { familyVariables } from '../provider-keys.ts';
import { requireKey } from '../require-key.ts';
import type { WireProviderOptions } from '../wire-provider-options.ts';

/**
 * OpenRouter passes a request on to one of several hosts. `MODEL@HOST` pins the host; without it the hosts may change
 * within a run, and each reply's version names the one that served it. Hosts that would ignore a parameter are not used.
 */
export function createOpenRouterProvider(options: WireProviderOptions): Provider {
  const { model, host } = splitHost(options.modelId);
  const given = { ...options, apiKey: requireKey('openrouter', options) };
  const family = chatCompletionsFamily(given, {
    family: 'openrouter',
    baseUrl: options.baseUrl ?? familyVariables.openrouter.defaultBaseUrl ?? '',
    modelId: model,
    extraFields: { provider: { require_parameters: true, ...(host === undefined ? {} : { only: [host], allow_fallbacks: false }) } },
    rewriteRequest: withReasoningObject,
    finish: finishRoutedReply,
  });
  return assembleProvider(family, given);
}

/** `model@preset/name` is OpenRouter's own notation, and no host. */
function splitHost(modelId: string): { readonly model: string; readonly host: string | undefined } {
  const match = /^(.+)@(?!preset\/)([\w./-]+)$/.exec(modelId);
  return { model: match?.[1] ?? modelId, host: match?.[2] };
}

function withReasoningObject({ reasoning_effort: effort, ...body }: Record<string, unknown>): Record<string, unknown> {
  return effort === undefined ? body : { ...body, reasoning: { effort } };
}

/** A host that fails in mid-reply leaves an error in the choice, beside whatever it had written by then. */
function finishRoutedReply(result: GenerateResult, body: unknown): GenerateResult {
  const choices = fieldOf(body, 'choices');
  const choice: unknown = Array.isArray(choices) ? choices[0] : undefined;
  if ((fieldOf(choice, 'error') ?? undefined) !== undefined || fieldOf(choice, 'finish_reason') === 'error') {
    throw new InvalidResponseDataError({ data: body, message: 'the host failed in the middle of its reply' });
  }
  const host = fieldOf(body, 'provider');
  const modelId = result.response?.modelId;
  if (typeof host !== 'string' || modelId === undefined) return result;
  return { ...result, response: { ...result.response, modelId: `${modelId} via ${host}` } };
}
