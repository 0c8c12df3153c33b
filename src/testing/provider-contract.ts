import { inspect } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';
import { ProviderError } from '../core/errors.ts';
import type { Clock } from '../core/ports/clock.ts';
import type { CallOptions, GenerateResult, PromptMessage, Provider, Retry } from '../core/ports/provider.ts';
import { replyToMessage } from '../core/reply-to-message.ts';
import { startWireServer, type WireServer, type WireServerOptions } from './wire-server/start-wire-server.ts';
import { textReply, type ReplyStep, type WireStep } from './wire-server/wire-step.ts';

/** What a provider is made of in the contract; the family adds its own `fetch`. */
export interface ContractOptions {
  readonly modelId: string;
  readonly apiKey: string;
  readonly baseUrl: string;
  readonly clock: Clock;
  readonly random: () => number;
  readonly timeoutMs: number;
  readonly maxRetries?: number;
}

export interface ContractFamily {
  readonly protocol: WireServerOptions['protocol'];
  readonly modelId: string;
  create(options: ContractOptions): Provider;
  readonly deviations?: Deviations;
}

/** What an API cannot do, each with the reason. The contract then holds the family to what it does instead. */
export interface Deviations {
  /** Reasoning tokens are part of the output, and not told apart. */
  readonly countsNoReasoning?: string;
  /** A reply without usage is no reply of this API. */
  readonly alwaysCountsUsage?: string;
  /** A refusal is a text like any other, and no finish reason names a safety layer. */
  readonly namesNoSafetyStop?: string;
}

const apiKey = 'k3y+Very/Secret=0123456789abcdef';
const user = (text: string): PromptMessage => ({ role: 'user', content: [{ type: 'text', text }] });
const question: CallOptions = {
  prompt: [{ role: 'system', content: 'You file reports.' }, user('PROMPT-MARKER: begin.')],
  tools: [
    {
      type: 'function',
      name: 'view',
      description: 'Shows a file',
      inputSchema: { type: 'object', properties: { name: { type: 'string' } } },
    },
  ],
};
const thinking: ReplyStep = {
  kind: 'reply',
  parts: [
    { type: 'reasoning', text: 'First\u00a0a look — "q" \\ ü 🧠  at both.', signature: 'EqQBCkYIAxgC+/KkA0==' },
    { type: 'text', text: 'I look at both.' },
    { type: 'tool-call', name: 'view', input: { name: 'a' }, signature: 'CsMDAVSoXO4+/call==' },
    { type: 'tool-call', name: 'view', input: { name: 'b' } },
  ],
};
const thinkingAgain: ReplyStep = {
  kind: 'reply',
  parts: [
    { type: 'reasoning', text: 'Now the third.', signature: 'EqQBCkYIAxgC+/second==' },
    { type: 'tool-call', name: 'view', input: { name: 'c' }, signature: 'CsMDAVSoXO4+/third==' },
  ],
};

interface Bench {
  readonly server: WireServer;
  readonly provider: Provider;
  /** How long the provider waited between requests. */
  readonly waits: readonly number[];
  readonly retries: readonly Retry[];
  ask(options?: Partial<CallOptions>): Promise<GenerateResult>;
  /** The error of an `ask` that must fail. */
  fail(options?: Partial<CallOptions>): Promise<ProviderError>;
}

/** What every family promises, over real HTTP against a server that is as strict as the real API. */
export function providerContract(name: string, family: ContractFamily): void {
  const servers: WireServer[] = [];
  afterEach(async () => {
    await Promise.all(servers.splice(0).map((server) => server.close()));
  });

  const bench = async (
    reply: WireServerOptions['reply'],
    choices: { timeoutMs?: number; maxRetries?: number; holdsWaits?: boolean } = {},
  ): Promise<Bench> => {
    const server = await startWireServer({ protocol: family.protocol, reply, apiKey });
    servers.push(server);
    const timeoutMs = choices.timeoutMs ?? 600_000;
    const { clock, waits } = contractClock(timeoutMs, choices.holdsWaits ?? false);
    const { modelId } = family;
    const given: ContractOptions = { modelId, apiKey, baseUrl: server.baseUrl, clock, random: () => 0.5, timeoutMs };
    const provider = family.create(choices.maxRetries === undefined ? given : { ...given, maxRetries: choices.maxRetries });
    const retries: Retry[] = [];
    const model = provider.forTrial({ seed: 'x', onRetry: (retry) => retries.push(retry) });
    const ask = async (options: Partial<CallOptions> = {}) => model.doGenerate({ ...question, ...options });
    const fail = async (options: Partial<CallOptions> = {}) => {
      const error: unknown = await ask(options).then(
        () => undefined,
        (thrown: unknown) => thrown,
      );
      if (!(error instanceof ProviderError)) throw new Error(`expected a ProviderError, got ${inspect(error)}`);
      return error;
    };
    return { server, provider, waits, retries, ask, fail };
  };

  describe(`the provider ${name}`, () => {
    const deviations = family.deviations ?? {};
    repliesAreKept(bench);
    usageIsReported(bench, deviations);
    stopsAreNamed(bench, deviations);
    failuresAreRetried(bench);
    failuresAreFinal(bench);
    secretsStayIn(bench);
    signalsAreHonoured(bench);
  });
}

type MakeBench = (
  reply: WireServerOptions['reply'],
  choices?: { timeoutMs?: number; maxRetries?: number; holdsWaits?: boolean },
) => Promise<Bench>;

function repliesAreKept(bench: MakeBench): void {
  it('brings a text, and says which version answered', async () => {
    const { ask, server, provider } = await bench([textReply('Hello.')]);
    const result = await ask();
    expect(texts(result)).toEqual(['Hello.']);
    expect(result.finishReason.unified).toBe('stop');
    expect(result.response?.modelId).toEqual(expect.any(String));
    expect(provider.reasoningVisibility(result)).toBe('none');
    expect(server.requests).toHaveLength(1);
  });

  it('brings parallel tool calls with their ids', async () => {
    const { ask } = await bench([thinking]);
    const result = await ask();
    const calls = result.content.filter((part) => part.type === 'tool-call');
    expect(calls.map(({ toolName, input }) => [toolName, JSON.parse(input)])).toEqual([
      ['view', { name: 'a' }],
      ['view', { name: 'b' }],
    ]);
    expect(new Set(calls.map(({ toolCallId }) => toolCallId)).size).toBe(2);
    expect(result.finishReason.unified).toBe('tool-calls');
  });

  it('sends reasoning and signatures back byte for byte, over several turns', async () => {
    const { ask, server, provider } = await bench([thinking, thinkingAgain, textReply('Done.')]);
    const { last, results } = await converse(ask, 3);
    expect(server.complaints).toEqual([]);
    expect(texts(last)).toEqual(['Done.']);
    expect(results.flatMap(({ warnings }) => warnings)).toEqual([]);
    const sent = JSON.stringify(server.requests[2]?.body);
    const received = [...thinking.parts, ...thinkingAgain.parts].filter((part) => part.type === 'reasoning');
    for (const { text, signature } of received) {
      expect(sent).toContain(JSON.stringify(text).slice(1, -1));
      expect(sent).toContain(JSON.stringify(signature));
    }
    expect(provider.reasoningVisibility(results[0] ?? last)).not.toBe('none');
  });

  it('survives a history with an empty reply and one that broke off while thinking', async () => {
    const { ask, server } = await bench([textReply('Done.')]);
    const onlyThought = replyToMessage([{ type: 'reasoning', text: 'Hm.' }]);
    await ask({
      prompt: [
        ...question.prompt,
        replyToMessage([]),
        user('Go on.'),
        replyToMessage([{ type: 'text', text: '' }]),
        onlyThought,
        user('Well?'),
      ],
    });
    expect(server.complaints).toEqual([]);
  });

  it('replays a call whose input was no JSON', async () => {
    const { ask, server } = await bench([textReply('Sorry.')]);
    const broken = replyToMessage([{ type: 'tool-call', toolCallId: 'c1', toolName: 'view', input: '{"name": "a' }]);
    const answer = toolAnswers(broken);
    await ask({ prompt: [...question.prompt, broken, answer] });
    expect(server.complaints).toEqual([]);
    expect(JSON.stringify(server.requests[0]?.body)).toContain('rawInvalidInput');
  });
}

function usageIsReported(bench: MakeBench, { countsNoReasoning, alwaysCountsUsage }: Deviations): void {
  it('reports usage as it was reported', async () => {
    const { ask } = await bench([{ ...textReply('Hello.'), usage: { input: 120, output: 30, cachedInput: 100, reasoning: 20 } }]);
    const { usage } = await ask();
    expect(usage.inputTokens).toMatchObject({ total: 120, noCache: 20, cacheRead: 100 });
    expect(usage.outputTokens).toMatchObject({ total: 30, reasoning: countsNoReasoning === undefined ? 20 : undefined });
  });

  it('never makes a 0 of a detail that was not reported', async () => {
    const { ask } = await bench([{ ...textReply('Hello.'), usage: { input: 12, output: 3 } }]);
    expect((await ask()).usage).toMatchObject({
      inputTokens: { total: 12, cacheRead: undefined },
      outputTokens: { total: 3, text: expect.toSatisfy((count) => count === undefined || count === 3), reasoning: undefined },
    });
  });

  const whereItMayBeMissing = alwaysCountsUsage === undefined ? it : undefined;
  whereItMayBeMissing?.('never makes a 0 of usage that was not reported at all', async () => {
    const { ask } = await bench([{ ...textReply('Hello.'), usage: 'missing' }]);
    const nothing = await ask();
    expect(nothing.usage.inputTokens).toMatchObject({ total: undefined, noCache: undefined, cacheRead: undefined, cacheWrite: undefined });
    expect(nothing.usage.outputTokens).toMatchObject({ total: undefined, text: undefined, reasoning: undefined });
    expect(texts(nothing)).toEqual(['Hello.']);
  });

  const whereItIsAlwaysThere = alwaysCountsUsage === undefined ? undefined : it;
  whereItIsAlwaysThere?.('takes no reply without usage, since there is none', async () => {
    const { fail } = await bench([{ ...textReply('Hello.'), usage: 'missing' }], { maxRetries: 0 });
    expect(await fail()).toMatchObject({ code: 'malformed-reply' });
  });
}

function stopsAreNamed(bench: MakeBench, { namesNoSafetyStop }: Deviations): void {
  const stops: [string, WireStep][] = [
    ['a refusal', { kind: 'reply', parts: [{ type: 'refusal', text: 'I will not.' }] }],
    ['a stop by the safety layer', { kind: 'reply', parts: [], stop: 'safety' }],
    ['a blocked prompt', { kind: 'reply', parts: [], stop: 'blocked-prompt' }],
  ];
  it.each(namesNoSafetyStop === undefined ? stops : [])('calls %s content-filter and keeps the raw reason', async (_what, step) => {
    const { ask, server } = await bench([step]);
    const { finishReason } = await ask();
    expect(finishReason.unified).toBe('content-filter');
    expect(finishReason.raw).toEqual(expect.any(String));
    expect(server.requests).toHaveLength(1);
  });

  it('keeps the words of a refusal', async () => {
    const { ask } = await bench([{ kind: 'reply', parts: [{ type: 'refusal', text: 'I will not.' }] }]);
    const result = await ask();
    expect(texts(result)).toEqual(['I will not.']);
    expect(result.finishReason.unified).toBe(namesNoSafetyStop === undefined ? 'content-filter' : 'stop');
  });

  it('calls a reply that met its limit length', async () => {
    const { ask } = await bench([{ ...textReply('Hel'), stop: 'length' }]);
    expect((await ask()).finishReason.unified).toBe('length');
  });
}

function failuresAreRetried(bench: MakeBench): void {
  const ok = textReply('Hello.');

  it('waits as long as the server asks after a 429', async () => {
    const { ask, waits, retries } = await bench([
      { kind: 'status', status: 429, headers: { 'retry-after': '90' }, message: 'slow down' },
      ok,
    ]);
    expect(texts(await ask())).toEqual(['Hello.']);
    expect(waits).toEqual([94_500]);
    const because = expect.stringContaining('slow down');
    expect(retries).toEqual([{ attempt: 1, status: 429, delayMs: 94_500, because, mayHaveCost: false }]);
  });

  it('waits until the date, or the milliseconds, that the server names', async () => {
    const date = new Date(Date.UTC(2026, 0, 1) + 30_000).toUTCString();
    const { ask, waits } = await bench([
      { kind: 'status', status: 503, headers: { 'retry-after': date } },
      { kind: 'status', status: 529, headers: { 'retry-after-ms': '1500' } },
      ok,
    ]);
    await ask();
    expect(waits).toEqual([31_500, 1_575]);
  });

  it.each([
    ['500', { kind: 'status', status: 500 }, 'server-error'],
    ['408', { kind: 'status', status: 408 }, 'timed-out'],
    ['409', { kind: 'status', status: 409 }, 'server-error'],
    ['529', { kind: 'status', status: 529 }, 'server-error'],
    ['truncated JSON', { kind: 'truncated', reply: ok }, 'malformed-reply'],
    ['malformed JSON', { kind: 'malformed', body: '{"choices": nonsense' }, 'malformed-reply'],
    ['JSON that is no reply', { kind: 'malformed', body: '{"hello": "world"}' }, 'malformed-reply'],
    ['an empty body', { kind: 'malformed', body: '' }, 'malformed-reply'],
    ['a web page with status 200', { kind: 'html', status: 200 }, 'malformed-reply'],
    ['an error inside a 200', { kind: 'malformed', body: '{"error": {"message": "upstream away", "code": 503}}' }, 'server-error'],
    ['a web page with status 502', { kind: 'html', status: 502 }, 'server-error'],
    ['a broken connection', { kind: 'broken', when: 'before-answer' }, 'connection-broken'],
    ['a connection that breaks in the body', { kind: 'broken', when: 'in-body' }, 'connection-broken'],
  ] satisfies [string, WireStep, string][])(
    'asks again after %s, and says what it was when that does not help',
    async (_what, step, code) => {
      const { ask, server, retries } = await bench([step, ok]);
      expect(texts(await ask())).toEqual(['Hello.']);
      expect(server.requests).toHaveLength(2);
      expect(retries).toHaveLength(1);
      const stubborn = await bench([step], { maxRetries: 2 });
      const error = await stubborn.fail();
      expect({ code: error.code, isRetryable: error.isRetryable, attempts: error.attempts }).toEqual({
        code,
        isRetryable: true,
        attempts: 3,
      });
      expect(stubborn.server.requests).toHaveLength(3);
    },
  );

  it('gives up on a request that hangs and makes it again', async () => {
    const { ask, retries } = await bench([{ kind: 'hang' }, ok], { timeoutMs: 150 });
    expect(texts(await ask())).toEqual(['Hello.']);
    expect(retries).toMatchObject([
      { attempt: 1, status: undefined, mayHaveCost: true, because: expect.stringContaining('did not answer within 0.15 s') },
    ]);
    const stubborn = await bench([{ kind: 'hang' }], { timeoutMs: 50, maxRetries: 1 });
    expect(await stubborn.fail()).toMatchObject({ code: 'timed-out', attempts: 2 });
  });

  it('backs off exponentially, up to a minute, and tries five times more', async () => {
    const { fail, waits } = await bench([{ kind: 'status', status: 500 }]);
    expect(await fail()).toMatchObject({ code: 'server-error', attempts: 6 });
    expect(waits).toEqual([500, 1_000, 2_000, 4_000, 8_000]);
  });
}

function failuresAreFinal(bench: MakeBench): void {
  it.each([
    [400, 'rejected'],
    [401, 'unauthorised'],
    [403, 'unauthorised'],
    [404, 'rejected'],
    [422, 'rejected'],
  ])('does not repeat a request that got %i', async (status, code) => {
    const { fail, server, waits } = await bench([{ kind: 'status', status, message: 'not like this' }]);
    const error = await fail();
    expect({ code: error.code, isRetryable: error.isRetryable, status: error.status }).toEqual({ code, isRetryable: false, status });
    expect(error.message).toContain('not like this');
    expect(server.requests).toHaveLength(1);
    expect(waits).toEqual([]);
  });

  it('recognises a conversation that no longer fits', async () => {
    const { fail } = await bench([{ kind: 'status', status: 400, message: 'prompt is too long: 210000 tokens > 200000 maximum' }]);
    expect(await fail()).toMatchObject({ code: 'context-exceeded', isRetryable: false });
  });

  it('does not follow a redirect with the key', async () => {
    const { fail, server } = await bench([{ kind: 'status', status: 307, headers: { location: 'http://127.0.0.1:9/v1' } }]);
    expect(await fail()).toMatchObject({ code: 'rejected', status: 307 });
    expect(server.requests).toHaveLength(1);
  });

  it('says of a web page only its words, on one line', async () => {
    const { fail } = await bench([{ kind: 'html', status: 404 }]);
    const { message } = await fail();
    expect(message).toContain('404 Bad Gateway: Oops The upstream is away.');
    expect(message).not.toMatch(/[<>\n]/);
  });
}

function secretsStayIn(bench: MakeBench): void {
  const echoes: readonly string[] = [apiKey, encodeURIComponent(apiKey), `${apiKey.slice(0, 9)}****cdef`];

  it.each([401, 400, 500])('lets no key out of an error with status %i that echoes it', async (status) => {
    const message = `bad key ${echoes.join(' ')} in Authorization: Bearer ${apiKey}`;
    const headers = { 'set-cookie': 'SESSION-MARKER', 'retry-after-ms': '5' };
    const { fail, retries } = await bench([{ kind: 'status', status, message, headers }], { maxRetries: 1 });
    const error = await fail();
    const seen = [
      inspect(error, { depth: 20, showHidden: true }),
      JSON.stringify(error),
      JSON.stringify(error.cause),
      error.stack,
      inspect(retries),
    ].join('\n');
    expect(error.message).toContain('[key]');
    for (const secret of [apiKey, apiKey.slice(0, 9), encodeURIComponent(apiKey), 'SESSION-MARKER', 'PROMPT-MARKER']) {
      expect(seen).not.toContain(secret);
    }
  });

  it('keeps neither the request nor the headers of the answer in a result', async () => {
    const { ask } = await bench([textReply('Hello.')]);
    const seen = inspect(await ask(), { depth: 20 });
    for (const secret of [apiKey, 'PROMPT-MARKER', 'content-type']) expect(seen).not.toContain(secret);
  });
}

function signalsAreHonoured(bench: MakeBench): void {
  const reason = new Error('the budget is spent');

  it('stops a request at once, with the reason given', async () => {
    const stop = new AbortController();
    const { ask, server } = await bench(() => {
      stop.abort(reason);
      return { kind: 'hang' };
    });
    await expect(ask({ abortSignal: stop.signal })).rejects.toBe(reason);
    expect(server.requests).toHaveLength(1);
  });

  it('stops waiting for a retry at once', async () => {
    const stop = new AbortController();
    const { ask, server, waits } = await bench([{ kind: 'status', status: 500 }], { holdsWaits: true });
    const asked = ask({ abortSignal: stop.signal });
    const ended = asked.then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    while (waits.length === 0) await new Promise((resolve) => setImmediate(resolve));
    stop.abort(reason);
    expect(await ended).toBe(reason);
    expect(server.requests).toHaveLength(1);
  });

  it('asks nothing once stopped', async () => {
    const { ask, server } = await bench([textReply('Hello.')]);
    await expect(ask({ abortSignal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    expect(server.requests).toHaveLength(0);
  });
}

/** The loop in miniature: send the reply back with an answer to each call, until there is no call. */
async function converse(ask: Bench['ask'], turns: number): Promise<{ last: GenerateResult; results: GenerateResult[] }> {
  const prompt: PromptMessage[] = [...question.prompt];
  const results: GenerateResult[] = [];
  for (let turn = 1; ; turn += 1) {
    const last = await ask({ prompt: [...prompt], reasoning: 'low' });
    results.push(last);
    if (turn === turns) return { last, results };
    // As a journal would keep it.
    const message = replyToMessage(JSON.parse(JSON.stringify(last.content)) as GenerateResult['content']);
    prompt.push(message, toolAnswers(message));
  }
}

function toolAnswers(message: PromptMessage): PromptMessage {
  const parts = message.role === 'assistant' ? message.content : [];
  return {
    role: 'tool',
    content: parts.flatMap((part) =>
      part.type === 'tool-call'
        ? [
            {
              type: 'tool-result' as const,
              toolCallId: part.toolCallId,
              toolName: part.toolName,
              output: { type: 'text' as const, value: 'empty file' },
            },
          ]
        : [],
    ),
  };
}

function texts({ content }: GenerateResult): string[] {
  return content.flatMap((part) => (part.type === 'text' && part.text !== '' ? [part.text] : []));
}

/**
 * Waits between requests end at once and are recorded; with `holdsWaits` they last. The limit of a request is a real
 * timer when a test sets a short one, so that it ends what really hangs.
 */
function contractClock(limitMs: number, holdsWaits: boolean): { clock: Clock; waits: number[] } {
  const waits: number[] = [];
  const until = async (ms: number | undefined, signal: AbortSignal | undefined) => {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const timer = ms === undefined ? undefined : setTimeout(resolve, ms);
    signal?.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    await promise.finally(() => clearTimeout(timer));
  };
  const clock: Clock = {
    nowMs: () => Date.UTC(2026, 0, 1),
    async sleep(ms, signal) {
      signal?.throwIfAborted();
      if (ms === limitMs) return until(limitMs < 1000 ? limitMs : undefined, signal);
      waits.push(ms);
      if (holdsWaits) await until(undefined, signal);
    },
  };
  return { clock, waits };
}
