import type { CallOptions, GenerateResult, LanguageModel, Provider } from '../core/ports/provider.ts';
import { lostContinuity, nameLostContinuity } from './reasoning-continuity.ts';
import { accessVariables, type Family } from './provider-keys.ts';
import { toSafetyStop } from './safety-stop.ts';
import { createScrub } from './scrub-secrets.ts';
import { toProviderError } from './to-provider-error.ts';
import type { WireProviderOptions, WireSettings } from './wire-provider-options.ts';
import { withRetries } from './with-retries.ts';

/** What a family adds to its SDK's model. */
export interface WireFamily {
  readonly family: Family;
  readonly model: LanguageModel;
  /** What must appear nowhere, besides the key. */
  readonly secrets?: readonly (string | undefined)[];
  /** Options that every call of the family carries, under the family's key. */
  readonly providerOptions?: NonNullable<CallOptions['providerOptions']>;
  /** Makes a history that the API accepts; `hasLostReasoning` when reasoning had to stay behind. */
  preparePrompt(prompt: CallOptions['prompt']): { prompt: CallOptions['prompt']; hasLostReasoning: boolean };
  /** Corrects what the SDK loses of a reply; `body` is the answer as it came. Throws `ProviderError` for no reply at all. */
  finish(result: GenerateResult, body: unknown): GenerateResult;
  readonly reasoningVisibility: Provider['reasoningVisibility'];
  readonly reasonsBeyondLimit?: boolean;
}

const defaultTimeoutMs = 600_000;
const defaultMaxRetries = 5;

export function assembleProvider(wire: WireFamily, options: WireProviderOptions): Provider {
  const id = `${wire.family}:${options.modelId}`;
  const scrub = createScrub([options.apiKey, ...(wire.secrets ?? [])]);
  const timeoutMs = options.timeoutMs ?? defaultTimeoutMs;
  const { clock, random } = options;

  const ask = async (call: CallOptions, hasLostReasoning: boolean, signal: AbortSignal): Promise<GenerateResult> => {
    try {
      const result = await wire.model.doGenerate({ ...call, abortSignal: signal });
      const finished = tidy(wire.finish(result, result.response?.body));
      return hasLostReasoning ? { ...finished, warnings: [...finished.warnings, lostContinuity()] } : finished;
    } catch (cause) {
      const stop = toSafetyStop(cause, scrub);
      if (stop) return stop;
      throw cause;
    }
  };

  return {
    id,
    modelId: options.modelId,
    isSimulated: false,
    price: options.price,
    reasonsBeyondLimit: wire.reasonsBeyondLimit ?? false,
    reasoningVisibility: wire.reasoningVisibility,
    forTrial: ({ onRetry, onSend }): LanguageModel => ({
      specificationVersion: 'v4',
      provider: wire.model.provider,
      modelId: options.modelId,
      doGenerate: async (given) => {
        const { prompt, hasLostReasoning } = wire.preparePrompt(given.prompt);
        const call = { ...withSettings(given, options.settings, wire.providerOptions), prompt };
        const toError = (cause: unknown, attempt: { attempts: number; isTimedOut: boolean }) =>
          toProviderError(cause, {
            providerId: id,
            accessVariables: accessVariables(wire.family),
            scrub,
            nowMs: clock.nowMs(),
            timeoutMs,
            ...attempt,
          });
        const policy = { clock, random, timeoutMs, maxRetries: options.maxRetries ?? defaultMaxRetries, onRetry, toError };
        const send = async (signal: AbortSignal) => {
          onSend?.();
          return ask(call, hasLostReasoning, signal);
        };
        return withRetries(send, policy, given.abortSignal);
      },
    }),
  };
}

/** The call's own options win over the subject's settings, these over the family's. */
function withSettings(given: CallOptions, settings: WireSettings = {}, family: CallOptions['providerOptions'] = {}): CallOptions {
  const layers = [family, settings.providerOptions ?? {}, given.providerOptions ?? {}];
  const providerOptions: NonNullable<CallOptions['providerOptions']> = {};
  for (const name of new Set(layers.flatMap(Object.keys))) {
    providerOptions[name] = Object.assign({}, ...layers.map((layer) => layer[name]));
  }
  const own = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as CallOptions;
  return { ...settings, ...own, providerOptions };
}

/**
 * The request, the answer's headers and its body stay behind: they hold keys and account names, and a reply is stored.
 * Tool calls are tool calls, even where a server calls them a stop.
 */
function tidy({ request: _request, response, ...result }: GenerateResult): GenerateResult {
  const { id, modelId, timestamp } = response ?? {};
  const kept: NonNullable<GenerateResult['response']> = {};
  if (id !== undefined) kept.id = id;
  if (modelId !== undefined) kept.modelId = modelId;
  if (timestamp !== undefined && !Number.isNaN(timestamp.getTime())) kept.timestamp = timestamp;
  const hasCalls = result.content.some((part) => part.type === 'tool-call' && part.providerExecuted !== true);
  const { finishReason } = result;
  return {
    ...result,
    finishReason: hasCalls && finishReason.unified === 'stop' ? { ...finishReason, unified: 'tool-calls' } : finishReason,
    warnings: nameLostContinuity(result.warnings),
    response: kept,
  };
}
