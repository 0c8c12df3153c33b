import type { CallOptions, GenerateResult, Price, Provider, ReasoningVisibility, Retry } from '../core/ports/provider.ts';

/** `input` as a string goes out as it is, so that it can be malformed. Without `id` a call is named by its place in the conversation. */
export interface ScriptedCall {
  readonly tool: string;
  readonly input?: unknown;
  readonly id?: string;
}

/** What a model says in one reply, parts in this order: `content` verbatim, reasoning, text, calls. */
export interface ScriptedReply {
  readonly content?: GenerateResult['content'];
  readonly reasoning?: string;
  readonly text?: string;
  readonly calls?: readonly ScriptedCall[];
  /** Default: `tool-calls` with calls, else `stop`. */
  readonly finish?: GenerateResult['finishReason'];
  /** Default: 100 input and 20 output tokens. A missing one is not reported. */
  readonly usage?: { readonly input?: number; readonly output?: number };
  readonly modelVersion?: string;
  readonly warnings?: GenerateResult['warnings'];
}

/** An error is thrown in place of a reply. */
export type ScriptStep = ScriptedReply | Error;

export interface ScriptedRequest {
  /** From 1, over all trials. */
  readonly number: number;
  readonly seed: string;
  /** Tells the harness of one more attempt, after a 529 unless told. */
  retry(changes?: Partial<Retry>): void;
}

export type Script = readonly ScriptStep[] | ((options: CallOptions, request: ScriptedRequest) => ScriptStep | Promise<ScriptStep>);

export interface ScriptedProviderOptions {
  readonly price?: Price;
  readonly isSimulated?: boolean;
  readonly reasoningVisibility?: ReasoningVisibility;
}

export interface ScriptedProvider extends Provider {
  /** The options of each request, with the prompt as it was then. */
  readonly calls: readonly CallOptions[];
}

const RETRY: Retry = { attempt: 1, status: 529, delayMs: 1000, because: 'scripted', mayHaveCost: false };

function toToolCall({ tool, input = {}, id }: ScriptedCall, fallbackId: string): GenerateResult['content'][number] {
  const text = typeof input === 'string' ? input : JSON.stringify(input);
  return { type: 'tool-call', toolCallId: id ?? fallbackId, toolName: tool, input: text };
}

function toUsage({ input, output }: NonNullable<ScriptedReply['usage']>): GenerateResult['usage'] {
  return {
    inputTokens: { total: input, noCache: undefined, cacheRead: undefined, cacheWrite: undefined },
    outputTokens: { total: output, text: undefined, reasoning: undefined },
  };
}

/** A reply in the shape that providers give it; `place` in the conversation names its calls. */
function toGenerateResult(reply: ScriptedReply, place: number): GenerateResult {
  const { content = [], reasoning, text, calls = [], usage = { input: 100, output: 20 }, modelVersion, warnings = [] } = reply;
  return {
    content: [
      ...content,
      ...(reasoning === undefined ? [] : [{ type: 'reasoning' as const, text: reasoning }]),
      ...(text === undefined ? [] : [{ type: 'text' as const, text }]),
      ...calls.map((call, index) => toToolCall(call, `call-${place}-${index + 1}`)),
    ],
    finishReason: reply.finish ?? (calls.length > 0 ? { unified: 'tool-calls', raw: 'tool_calls' } : { unified: 'stop', raw: 'stop' }),
    usage: toUsage(usage),
    warnings: [...warnings],
    ...(modelVersion === undefined ? {} : { response: { modelId: modelVersion } }),
  };
}

function nextStep(script: Script, options: CallOptions, request: ScriptedRequest): ScriptStep | Promise<ScriptStep> {
  if (typeof script === 'function') return script(options, request);
  const step = script[request.number - 1];
  if (step === undefined) throw new Error(`scriptedProvider has ${script.length} replies and was asked for reply ${request.number}`);
  return step;
}

/** A model that says what the test wrote. */
export function scriptedProvider(script: Script, options: ScriptedProviderOptions = {}): ScriptedProvider {
  const calls: CallOptions[] = [];
  return {
    id: 'scripted:model',
    modelId: 'model',
    isSimulated: options.isSimulated ?? false,
    price: options.price,
    calls,
    reasoningVisibility: () => options.reasoningVisibility ?? 'none',
    forTrial: ({ seed, onRetry, onSend }) => ({
      specificationVersion: 'v4',
      provider: 'scripted',
      modelId: 'model',
      async doGenerate(sent) {
        onSend?.();
        const number = calls.push({ ...sent, prompt: [...sent.prompt] });
        const step = await nextStep(script, sent, { number, seed, retry: (changes) => onRetry?.({ ...RETRY, ...changes }) });
        if (step instanceof Error) throw step;
        // Counted in the prompt, so that a conversation that goes on after a replay gets the same ids.
        return toGenerateResult(step, 1 + sent.prompt.filter(({ role }) => role === 'assistant').length);
      },
    }),
  };
}
