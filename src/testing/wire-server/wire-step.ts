/** One part of a scripted reply, in the order in which the API sends them. */
export type WirePart =
  | { readonly type: 'text'; readonly text: string; readonly signature?: string }
  /** `signature` is Anthropic's signature, OpenAI's encrypted content, Google's thought signature; `redacted` is Anthropic's data. */
  | { readonly type: 'reasoning'; readonly text: string; readonly signature?: string; readonly redacted?: string }
  /** `input` as text is sent as it stands where the protocol carries text (OpenAI), so that it can be malformed. */
  | {
      readonly type: 'tool-call';
      readonly name: string;
      readonly input: object | string;
      readonly id?: string;
      readonly signature?: string;
    }
  | { readonly type: 'refusal'; readonly text: string };

export interface WireUsage {
  readonly input: number;
  readonly output: number;
  readonly cachedInput?: number;
  readonly reasoning?: number;
}

export interface ReplyStep {
  readonly kind: 'reply';
  readonly parts: readonly WirePart[];
  /** `safety`: the safety layer stops the reply; `blocked-prompt`: it does not let one begin (Google; elsewhere as `safety`). */
  readonly stop?: 'length' | 'safety' | 'blocked-prompt';
  /** 10 tokens in and 5 out if absent; `missing` sends none. */
  readonly usage?: WireUsage | 'missing';
}

/** What the server does with one request. */
export type WireStep =
  | ReplyStep
  /** A status with headers; `body` as given, or `message` in the protocol's own form of an error. */
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: unknown;
      readonly message?: string;
    }
  /** The page of a proxy. */
  | { readonly kind: 'html'; readonly status: number; readonly html?: string }
  /** 200 with a body that is no JSON, or no reply. */
  | { readonly kind: 'malformed'; readonly body: string }
  /** 200 with the first half of a reply's JSON, complete as far as HTTP can tell. */
  | { readonly kind: 'truncated'; readonly reply: ReplyStep }
  /** The connection breaks before an answer, or in the middle of its body. */
  | { readonly kind: 'broken'; readonly when: 'before-answer' | 'in-body' }
  /** No answer until the client goes away. */
  | { readonly kind: 'hang' }
  | { readonly kind: 'delayed'; readonly ms: number; readonly next: WireStep };

export const textReply = (text: string): ReplyStep => ({ kind: 'reply', parts: [{ type: 'text', text }] });
