import { ProviderError, type ProviderErrorCode } from '../core/errors.ts';
import { isContextExceeded } from './context-exceeded.ts';
import { errorExcerpt } from './error-excerpt.ts';
import { readFailedRequest, type FailedRequest } from './failed-request.ts';
import { retryAfterMs } from './retry-after.ts';
import type { Scrub } from './scrub-secrets.ts';

export interface FailureContext {
  /** As on the command line, such as `anthropic:claude-haiku-4-5`. */
  readonly providerId: string;
  /** The variables that give access, in words, for the advice. */
  readonly accessVariables: string;
  readonly scrub: Scrub;
  readonly nowMs: number;
  readonly timeoutMs: number;
  readonly attempts: number;
  readonly isTimedOut: boolean;
}

interface Meaning {
  readonly code: ProviderErrorCode;
  readonly isRetryable: boolean;
  /** What happened, after the provider's name. */
  readonly what: string;
  readonly advice: string;
  /** False where the request surely never reached a model. */
  readonly mayHaveCost?: boolean;
}

/**
 * Says what a failed request means, and keeps what is secret to itself: neither the request nor the answer's headers ride
 * along as `cause`, and keys that a server echoes are cut out.
 */
export function toProviderError(cause: unknown, context: FailureContext): ProviderError {
  const failed = readFailedRequest(cause);
  const meaning =
    cause instanceof ProviderError ? meaningOf(cause, context) : context.isTimedOut ? timedOut(context) : interpret(failed, context);
  const excerpt =
    cause instanceof ProviderError || context.isTimedOut ? '' : context.scrub(errorExcerpt(context.scrub(failed.body || failed.message)));
  const after = context.attempts === 1 ? '' : ` after ${context.attempts} requests`;
  const said = excerpt === '' ? '' : `: ${excerpt}`;
  return new ProviderError(`${context.providerId} ${meaning.what}${after}${said}; ${meaning.advice}`, {
    code: meaning.code,
    isRetryable: meaning.isRetryable,
    status: failed.status,
    retryAfterMs: retryAfterMs(failed, context.nowMs),
    attempts: context.attempts,
    ...(meaning.mayHaveCost === undefined ? {} : { mayHaveCost: meaning.mayHaveCost }),
    cause: withoutSecrets(cause, context.scrub),
  });
}

/** What our own code found wanting, a reply or a sign-in, comes as a `ProviderError` already. */
function meaningOf({ code, isRetryable, mayHaveCost, message }: ProviderError, { accessVariables, scrub }: FailureContext): Meaning {
  return {
    code,
    isRetryable,
    mayHaveCost,
    what: scrub(message),
    advice: isRetryable ? 'asking again may help' : `check ${accessVariables}`,
  };
}

function timedOut({ timeoutMs }: FailureContext): Meaning {
  return {
    code: 'timed-out',
    isRetryable: true,
    what: `did not answer within ${timeoutMs / 1000} s`,
    advice: 'the server may be overloaded, or a longer time limit is needed',
  };
}

function interpret(failed: FailedRequest, context: FailureContext): Meaning {
  if (failed.isMalformed) {
    return {
      code: 'malformed-reply',
      isRetryable: true,
      what: 'answered 200 with a body that is no reply of its protocol',
      advice: 'if this stays so, check the base URL and what stands between',
    };
  }
  if (failed.status === undefined) return withoutAnswer(failed);
  return withStatus(failed.status, failed, context);
}

function withoutAnswer({ networkCode }: FailedRequest): Meaning {
  if (networkCode === undefined) {
    const advice = 'the request does not fit this model or its SDK';
    return { code: 'rejected', isRetryable: false, mayHaveCost: false, what: 'could not be asked', advice };
  }
  const isCertificate = /CERT|TLS|SSL|DEPTH_|UNABLE_TO|SELF_/.test(networkCode);
  const isUnsent = isCertificate || /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|UND_ERR_CONNECT_TIMEOUT)$/.test(networkCode);
  return {
    code: 'connection-broken',
    isRetryable: !isCertificate,
    mayHaveCost: !isUnsent,
    what: `could not be reached (${networkCode})`,
    advice: isCertificate ? "check the server's certificate" : 'check the base URL and the network',
  };
}

function withStatus(status: number, failed: FailedRequest, { accessVariables }: FailureContext): Meaning {
  const what = `answered ${status}`;
  if (status === 413 || ([400, 422, 500].includes(status) && isContextExceeded(failed.body))) {
    return { code: 'context-exceeded', isRetryable: false, what, advice: 'the conversation is longer than the model can take' };
  }
  if (status === 401 || status === 403) {
    return { code: 'unauthorised', isRetryable: false, what, advice: `check the key in ${accessVariables} and what it may use` };
  }
  if (status === 402 || (status === 429 && /insufficient_quota|billing_hard_limit/.test(failed.body))) {
    return { code: 'rate-limited', isRetryable: false, what, advice: "the account's quota is spent: add credit or use another key" };
  }
  if (status === 429) return { code: 'rate-limited', isRetryable: true, what, advice: 'lower --concurrency or go on later' };
  if (status === 408) return { code: 'timed-out', isRetryable: true, what, advice: 'go on later' };
  // 424 is Bedrock's model failing behind the API.
  if (status === 409 || status === 424 || status >= 500)
    return { code: 'server-error', isRetryable: true, what, advice: 'the fault is on their side: go on later' };
  if (status === 404) return { code: 'rejected', isRetryable: false, what, advice: "check the model's name and the base URL" };
  if (status >= 300 && status < 400) {
    return { code: 'rejected', isRetryable: false, what, advice: 'redirects are not followed: give the final address as base URL' };
  }
  return { code: 'rejected', isRetryable: false, what, advice: 'the API does not accept this request' };
}

/** Name, message and stack of what was thrown, and nothing else of it. */
function withoutSecrets(cause: unknown, scrub: Scrub): Error {
  const shown = new Error(cause instanceof Error ? scrub(`${cause.name}: ${errorExcerpt(scrub(cause.message))}`) : 'not an Error');
  if (cause instanceof Error && cause.stack !== undefined) {
    const frames = cause.stack.split('\n').filter((line) => /^\s+at /.test(line));
    shown.stack = scrub([shown.message, ...frames].join('\n'));
  }
  return shown;
}
