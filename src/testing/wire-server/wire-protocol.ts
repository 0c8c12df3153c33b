import type { CallOptions, PromptMessage } from '../../core/ports/provider.ts';
import type { ReplyStep } from './wire-step.ts';

export type Json = Readonly<Record<string, unknown>>;
export type PromptTools = NonNullable<CallOptions['tools']>;

/** A complaint of the API about a request, in its own words; `status` is 400 if absent. */
export class WireComplaint extends Error {
  readonly status: number;

  constructor(message: string, status = 400) {
    super(message);
    this.status = status;
  }
}

/** What the server gave out and wants back: every signature, and which of them belong before which tool call. */
export interface Issued {
  readonly signatures: Set<string>;
  readonly beforeCall: Map<string, readonly string[]>;
}

/** What was asked, in the project's own words, so that a simulated model can answer it. */
export interface WireQuestion {
  readonly modelId: string;
  readonly prompt: readonly PromptMessage[];
  readonly tools: PromptTools;
}

/** A request as it came over the network, before anything was read from its body. */
export interface WireMail {
  /** As sent, still encoded. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly bytes: string;
}

export interface WireProtocol {
  /** Follows the origin in the base URL. */
  readonly basePath: string;
  /** Of the URL path; its first group, if any, is the model. */
  readonly path: RegExp;
  keyOf(mail: WireMail): string | undefined;
  /** Is the request signed with this secret? For protocols that know signatures beside keys. */
  isSignedWith?(mail: WireMail, secret: string): boolean;
  /** Throws `WireComplaint` for what the real API would refuse. */
  check(body: Json, request: WireMail & { readonly modelId: string; readonly issued: Issued }): void;
  decode(body: Json, modelId: string): WireQuestion;
  encode(
    step: ReplyStep,
    request: { readonly body: Json; readonly modelId: string; readonly number: number; readonly issued: Issued },
  ): Json;
  encodeError(status: number, message: string): Json;
  errorHeaders?(status: number): Readonly<Record<string, string>>;
}

export function bearerOf({ headers }: WireMail): string | undefined {
  return headers['authorization']?.replace(/^Bearer /, '');
}

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function objectsOf(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

export function demand(condition: unknown, message: string): asserts condition {
  if (!condition) throw new WireComplaint(message);
}

/** Remembers what a reply gives out. Returns the ids of its calls, made up where the script names none. */
export function issue(step: ReplyStep, { issued, number }: { readonly issued: Issued; readonly number: number }): readonly string[] {
  const before = step.parts.flatMap((part) => (part.type === 'reasoning' ? [part.signature ?? part.redacted ?? ''] : [])).filter(Boolean);
  const calls = step.parts.filter((part) => part.type === 'tool-call');
  const ids = calls.map((call, index) => call.id ?? `call_${number}_${index + 1}`);
  for (const part of step.parts) if ('signature' in part && part.signature !== undefined) issued.signatures.add(part.signature);
  for (const signature of before) issued.signatures.add(signature);
  for (const id of ids) issued.beforeCall.set(id, before);
  return ids;
}

export function inputText(input: object | string): string {
  return typeof input === 'string' ? input : JSON.stringify(input);
}

/** For protocols whose calls are objects: text that is no JSON object cannot be sent by them at all. */
export function inputObject(input: object | string): unknown {
  return typeof input === 'string' ? JSON.parse(input) : input;
}

export function usageOf(step: ReplyStep): { input: number; output: number; cachedInput?: number; reasoning?: number } | undefined {
  return step.usage === 'missing' ? undefined : (step.usage ?? { input: 10, output: 5 });
}

export function checkKnownFields(body: Json, known: readonly string[], complain: (name: string) => string): void {
  for (const name of Object.keys(body)) demand(known.includes(name), complain(name));
}
