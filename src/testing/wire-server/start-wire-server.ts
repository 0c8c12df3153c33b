import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { GenerateResult, PromptMessage } from '../../core/ports/provider.ts';
import { anthropicMessages, vertexMessages } from './anthropic-messages.ts';
import { bedrockConverse } from './bedrock-converse.ts';
import { chatCompletions, type ReasoningField } from './chat-completions.ts';
import { openRouterChat, togetherChat } from './chat-hosts.ts';
import { googleGemini, vertexGemini } from './google-gemini.ts';
import { openaiResponses } from './openai-responses.ts';
import {
  isObject,
  textOf,
  WireComplaint,
  type Issued,
  type Json,
  type PromptTools,
  type WireMail,
  type WireProtocol,
} from './wire-protocol.ts';
import type { ReplyStep, WirePart, WireStep } from './wire-step.ts';

/**
 * A model API on this machine, for tests: it speaks one of the real protocols and refuses what the real API refuses.
 *
 *     const server = await startWireServer({ protocol: 'anthropic', reply: [textReply('Hello')] });
 *     // server.baseUrl goes to a provider as its base URL; server.requests tells what was asked
 *     await server.close();
 *
 * `reply` is a script, one step per request that passes the checks (the last one repeats), or a function of the request.
 * A simulated model answers behind it with
 * `reply: async ({ prompt, tools }) => replyOf(await model.doGenerate({ prompt: [...prompt], tools: [...tools] }))`.
 */
export interface WireServerOptions {
  readonly protocol: ProtocolName;
  readonly reply: readonly WireStep[] | ((request: WireRequest) => WireStep | Promise<WireStep>);
  /** Requests without this key, or a signature with it as secret, get 401. Any key, or none, will do if absent. */
  readonly apiKey?: string;
  /** Of an OpenAI-compatible server; `reasoning_content` if absent. */
  readonly reasoningField?: ReasoningField;
}

/** Some families speak more than one protocol: Vertex has Gemini's and Claude's. */
export type ProtocolName =
  | 'openai'
  | 'openai-compatible'
  | 'anthropic'
  | 'google'
  | 'vertex'
  | 'vertex-claude'
  | 'bedrock'
  | 'together'
  | 'openrouter';

/** One request as it came, and what it asks in the project's own words. */
export interface WireRequest extends WireMail {
  /** From 1, in order of arrival, refused ones included. */
  readonly number: number;
  readonly body: Json;
  readonly modelId: string;
  readonly prompt: readonly PromptMessage[];
  readonly tools: PromptTools;
  /** Of the conversation, from 1: one more than the tool answers and replies that it already holds. */
  readonly turn: number;
  /** Milliseconds since the server started. */
  readonly arrivedMs: number;
}

export interface WireServer {
  readonly baseUrl: string;
  /** Every request that could be read, in order of arrival. */
  readonly requests: readonly WireRequest[];
  /** What the server refused, in the API's words. A test that expects no complaint asserts that this is empty. */
  readonly complaints: readonly string[];
  /** Ends hanging requests too. */
  close(): Promise<void>;
}

export async function startWireServer(options: WireServerOptions): Promise<WireServer> {
  const protocol = protocolOf(options);
  const requests: WireRequest[] = [];
  const complaints: string[] = [];
  const issued: Issued = { signatures: new Set(), beforeCall: new Map() };
  const startedMs = performance.now();
  const closed = new AbortController();
  let arrivals = 0;
  let replies = 0;

  const answer = async (incoming: IncomingMessage, outgoing: ServerResponse) => {
    arrivals += 1;
    const request = await readRequest(incoming, { protocol, number: arrivals, arrivedMs: performance.now() - startedMs });
    requests.push(request);
    check(request, { protocol, issued, apiKey: options.apiKey });
    const { reply } = options;
    const step = typeof reply === 'function' ? await reply(request) : (reply[replies] ?? reply.at(-1));
    replies += 1;
    if (!step) throw new WireComplaint('the script is empty', 500);
    await perform(step, { request, protocol, issued, outgoing, signal: closed.signal });
  };

  const server = createServer((incoming, outgoing) => {
    answer(incoming, outgoing).catch((error: unknown) => {
      const complaint = error instanceof WireComplaint ? error : new WireComplaint(`the test's reply failed: ${String(error)}`, 500);
      complaints.push(complaint.message);
      if (!outgoing.destroyed)
        send(outgoing, errorAnswer(protocol, { kind: 'status', status: complaint.status, message: complaint.message }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  return {
    baseUrl: `http://127.0.0.1:${port}${protocol.basePath}`,
    requests,
    complaints,
    async close() {
      closed.abort();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

/** A simulated model's result as a step, so that it can stand behind the server. */
export function replyOf({ content, usage }: Pick<GenerateResult, 'content' | 'usage'>): ReplyStep {
  const parts = content.flatMap((part): WirePart[] => {
    if (part.type === 'text' || part.type === 'reasoning') return [{ type: part.type, text: part.text }];
    return part.type === 'tool-call' ? [{ type: 'tool-call', id: part.toolCallId, name: part.toolName, input: part.input }] : [];
  });
  const input = usage.inputTokens.total;
  const output = usage.outputTokens.total;
  return { kind: 'reply', parts, usage: input === undefined || output === undefined ? 'missing' : { input, output } };
}

function protocolOf({ protocol, reasoningField }: WireServerOptions): WireProtocol {
  switch (protocol) {
    case 'openai':
      return openaiResponses;
    case 'openai-compatible':
      return chatCompletions(reasoningField ?? 'reasoning_content');
    case 'anthropic':
      return anthropicMessages;
    case 'google':
      return googleGemini;
    case 'vertex':
      return vertexGemini;
    case 'vertex-claude':
      return vertexMessages;
    case 'bedrock':
      return bedrockConverse;
    case 'together':
      return togetherChat;
    case 'openrouter':
      return openRouterChat;
  }
}

async function readRequest(
  incoming: IncomingMessage,
  { protocol, number, arrivedMs }: { protocol: WireProtocol; number: number; arrivedMs: number },
): Promise<WireRequest> {
  const path = (incoming.url ?? '').split('?')[0] ?? '';
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const match = incoming.method === 'POST' ? protocol.path.exec(path) : null;
  if (!match) throw new WireComplaint(`Invalid URL (${incoming.method} ${path})`, 404);
  const bytes = Buffer.concat(chunks).toString('utf8');
  const body = parseBody(bytes);
  const modelId = match[1] === undefined ? textOf(body['model']) : decodeURIComponent(match[1]);
  const { prompt, tools } = decode(protocol, body, modelId);
  const headers = incoming.headers as Record<string, string | undefined>;
  return { number, path, headers, bytes, body, modelId, prompt, tools, turn: turnOf(prompt), arrivedMs };
}

function parseBody(text: string): Json {
  try {
    const body: unknown = JSON.parse(text);
    if (isObject(body)) return body;
  } catch {
    // Complained about below, like every body that is no object.
  }
  throw new WireComplaint('We could not parse the JSON body of your request.');
}

/** A body that the checks will refuse need not make sense as a conversation. */
function decode(protocol: WireProtocol, body: Json, modelId: string): { prompt: readonly PromptMessage[]; tools: PromptTools } {
  try {
    return protocol.decode(body, modelId);
  } catch {
    return { prompt: [], tools: [] };
  }
}

/** Protocols cut one reply into several messages, so a turn is a run of the model's own. */
function turnOf(prompt: readonly PromptMessage[]): number {
  return 1 + prompt.filter((message, index) => message.role === 'assistant' && prompt[index - 1]?.role !== 'assistant').length;
}

function check(
  request: WireRequest,
  { protocol, issued, apiKey }: { protocol: WireProtocol; issued: Issued; apiKey: string | undefined },
): void {
  const key = protocol.keyOf(request);
  const isKnown = apiKey === undefined || key === apiKey || protocol.isSignedWith?.(request, apiKey) === true;
  if (!isKnown) throw new WireComplaint(`Incorrect API key provided: ${key ?? 'none'}.`, 401);
  protocol.check(request.body, { ...request, issued });
}

interface Stage {
  readonly request: WireRequest;
  readonly protocol: WireProtocol;
  readonly issued: Issued;
  readonly outgoing: ServerResponse;
  readonly signal: AbortSignal;
}

async function perform(step: WireStep, stage: Stage): Promise<void> {
  const { outgoing, protocol, request } = stage;
  const encode = (reply: ReplyStep) => JSON.stringify(protocol.encode(reply, { ...request, issued: stage.issued }));
  switch (step.kind) {
    case 'reply':
      return send(outgoing, { status: 200, body: encode(step) });
    case 'status':
      return send(outgoing, errorAnswer(protocol, step));
    case 'html':
      return send(outgoing, { status: step.status, headers: { 'content-type': 'text/html' }, body: step.html ?? proxyPage(step.status) });
    case 'malformed':
      return send(outgoing, { status: 200, body: step.body });
    case 'truncated': {
      const whole = encode(step.reply);
      return send(outgoing, { status: 200, body: whole.slice(0, whole.length / 2) });
    }
    case 'broken':
      return breakOff(outgoing, step.when);
    case 'hang':
      return undefined;
    case 'delayed':
      await pause(step.ms, undefined, { signal: stage.signal }).catch(() => undefined);
      return perform(step.next, stage);
  }
}

interface WireAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly body: unknown;
}

function errorAnswer(protocol: WireProtocol, { status, message, headers, body }: Extract<WireStep, { kind: 'status' }>): WireAnswer {
  const own = body ?? protocol.encodeError(status, message ?? `status ${status}`);
  return { status, headers: { ...protocol.errorHeaders?.(status), ...headers }, body: own };
}

function send(outgoing: ServerResponse, { status, headers, body }: WireAnswer): void {
  outgoing.writeHead(status, { 'content-type': 'application/json', ...headers });
  outgoing.end(typeof body === 'string' ? body : JSON.stringify(body));
}

function breakOff(outgoing: ServerResponse, when: 'before-answer' | 'in-body'): void {
  if (when === 'before-answer') {
    outgoing.socket?.destroy();
    return;
  }
  outgoing.writeHead(200, { 'content-type': 'application/json', 'content-length': '4096' });
  outgoing.write('{"id":', () => outgoing.socket?.destroy());
}

function proxyPage(status: number): string {
  return `<!DOCTYPE html><html><head><title>${status} Bad Gateway</title><style>p{color:red}</style></head><body><h1>Oops</h1><p>The upstream is away.</p></body></html>`;
}
