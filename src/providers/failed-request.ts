import { APICallError, InvalidResponseDataError } from '@ai-sdk/provider';
import { fieldOf, parseJson } from './error-excerpt.ts';

/** What can be known of a request that brought no reply, whoever noticed: the API, the SDK or the network. */
export interface FailedRequest {
  /** The API's answer; undefined when none came. A 200 that carries an error counts as what it says. */
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Code of the network's own error, such as ECONNRESET. */
  readonly networkCode: string | undefined;
  /** A 200 whose body is not what the protocol promises. */
  readonly isMalformed: boolean;
  /** What the thrown error itself says, for failures that no body explains. */
  readonly message: string;
}

export function readFailedRequest(cause: unknown): FailedRequest {
  const networkCode = networkCodeOf(cause);
  const message = cause instanceof Error ? cause.message : String(cause);
  if (InvalidResponseDataError.isInstance(cause)) {
    return readAnswer({ status: 200, headers: {}, body: toText(cause.data), networkCode, message });
  }
  if (!APICallError.isInstance(cause)) {
    return { status: undefined, headers: {}, body: '', networkCode, isMalformed: false, message };
  }
  // OpenAI answers 200 with a response that failed or has no output. The SDK makes a 400 or a 500 of it, with the parsed body.
  const isParsed = typeof cause.responseBody === 'object';
  return readAnswer({
    status: isParsed ? 200 : cause.statusCode,
    headers: cause.responseHeaders ?? {},
    body: toText(cause.responseBody),
    networkCode,
    message,
  });
}

function readAnswer(answer: Omit<FailedRequest, 'isMalformed'>): FailedRequest {
  const body = parseJson(answer.body);
  const errorInside = fieldOf(body, 'error') ?? errorOfChoice(body);
  const isError = errorInside !== undefined && errorInside !== null;
  if (answer.status !== 200) return { ...answer, isMalformed: false };
  if (answer.networkCode !== undefined) return { ...answer, status: undefined, isMalformed: false };
  if (!isError) return { ...answer, status: 200, isMalformed: true };
  return { ...answer, status: statusInside(errorInside), isMalformed: false };
}

/** OpenRouter puts the failure of a host into the choice, or says no more than that it ended so. */
function errorOfChoice(body: unknown): unknown {
  const choices = fieldOf(body, 'choices');
  const choice: unknown = Array.isArray(choices) ? choices[0] : undefined;
  return fieldOf(choice, 'error') ?? (fieldOf(choice, 'finish_reason') === 'error' ? { type: 'server_error' } : undefined);
}

/** The status that an error inside a 200 stands for. */
function statusInside(error: unknown): number {
  const said = [fieldOf(error, 'code'), fieldOf(error, 'status'), fieldOf(error, 'status_code')];
  const number = said.map(Number).find((value) => Number.isInteger(value) && value >= 400 && value < 600);
  if (number !== undefined) return number;
  const words = [...said, fieldOf(error, 'type')].map(String).join(' ');
  if (/rate_limit|RESOURCE_EXHAUSTED/i.test(words)) return 429;
  return /server_error|overloaded|api_error|UNAVAILABLE|INTERNAL|timeout/i.test(words) ? 500 : 400;
}

/** OpenAI's failed response reaches us as an object where a string was promised. */
function toText(body: unknown): string {
  if (typeof body === 'string') return body;
  return body === undefined ? '' : (JSON.stringify(body) ?? '');
}

function networkCodeOf(cause: unknown): string | undefined {
  const seen = new Set<unknown>();
  for (let error = cause; error instanceof Error && !seen.has(error); error = error.cause) {
    seen.add(error);
    const code: unknown = Reflect.get(error, 'code');
    if (
      typeof code === 'string' &&
      /^(?:E[A-Z]{3,}|UND_ERR_(?!INVALID_ARG)|ERR_(?:TLS|SSL|HTTP|SOCKET|STREAM_PREMATURE)|CERT_|DEPTH_|UNABLE_TO|SELF_)/.test(code)
    ) {
      return code;
    }
    if (error instanceof TypeError && /^(?:fetch failed|terminated)$/.test(error.message) && !(error.cause instanceof Error))
      return error.message;
  }
  return undefined;
}
