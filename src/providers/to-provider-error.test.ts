import { APICallError, UnsupportedFunctionalityError } from '@ai-sdk/provider';
import { describe, expect, it } from 'vitest';
import { createScrub } from './scrub-secrets.ts';
import { toProviderError } from './to-provider-error.ts';

const context = {
  providerId: 'openai:gpt-5.2',
  accessVariables: 'OPENAI_API_KEY',
  scrub: createScrub(['secret-key-0123456789']),
  nowMs: 0,
  timeoutMs: 600_000,
  attempts: 1,
  isTimedOut: false,
};
const called = (status: number | undefined, body: string, cause?: unknown) =>
  new APICallError({
    message: 'failed',
    url: 'http://x/v1',
    requestBodyValues: { prompt: 'PROMPT' },
    responseBody: body,
    ...(status === undefined ? {} : { statusCode: status }),
    cause,
  });
const network = (code: string) => Object.assign(new Error(`connect ${code}`), { code });

describe('toProviderError', () => {
  it('says who, what, how often and what to do', () => {
    const error = toProviderError(called(429, '{"error":{"message":"slow down"}}'), { ...context, attempts: 6 });
    expect(error.message).toBe('openai:gpt-5.2 answered 429 after 6 requests: slow down; lower --concurrency or go on later');
    expect(error).toMatchObject({ code: 'rate-limited', status: 429, attempts: 6, isRetryable: true });
  });

  it('does not wait for a quota that is spent', () => {
    const error = toProviderError(called(429, '{"error":{"message":"You exceeded your quota","code":"insufficient_quota"}}'), context);
    expect(error).toMatchObject({ code: 'rate-limited', isRetryable: false });
  });

  it('tells a network that may come back from a certificate that will not', () => {
    expect(toProviderError(called(undefined, '', network('ECONNREFUSED')), context)).toMatchObject({
      code: 'connection-broken',
      isRetryable: true,
    });
    const certificate = toProviderError(called(undefined, '', network('DEPTH_ZERO_SELF_SIGNED_CERT')), context);
    expect(certificate).toMatchObject({ code: 'connection-broken', isRetryable: false });
    expect(certificate.message).toContain("check the server's certificate");
  });

  it.each([
    ['a refusal', called(429, 'slow down'), false],
    ['a fault of the server', called(503, ''), false],
    ['a server that is not there', called(undefined, '', network('ECONNREFUSED')), false],
    ['what cannot be sent', new UnsupportedFunctionalityError({ functionality: 'file parts' }), false],
    ['a connection that broke', called(undefined, '', network('ECONNRESET')), true],
    ['a body that is no reply', called(200, 'x'), true],
  ])('knows whether %s may be charged', (_what, cause, mayHaveCost) => {
    expect(toProviderError(cause, context).mayHaveCost).toBe(mayHaveCost);
  });

  it('takes a request that took too long for one that may be charged', () => {
    expect(toProviderError(new Error('x'), { ...context, isTimedOut: true }).mayHaveCost).toBe(true);
  });

  it('rejects what the SDK cannot even send', () => {
    const error = toProviderError(new UnsupportedFunctionalityError({ functionality: 'file parts' }), context);
    expect(error).toMatchObject({ code: 'rejected', isRetryable: false, status: undefined });
    expect(error.message).toContain('file parts');
  });

  it('reads a server error of llama.cpp as a conversation that no longer fits', () => {
    const error = toProviderError(
      called(500, '{"error":{"code":500,"message":"Context size has been exceeded.","type":"server_error"}}'),
      context,
    );
    expect(error).toMatchObject({ code: 'context-exceeded', isRetryable: false });
    const inside = called(
      200,
      '{"error":{"code":400,"message":"the request exceeds the available context size","type":"exceed_context_size_error"}}',
    );
    expect(toProviderError(inside, context)).toMatchObject({ code: 'context-exceeded', status: 400 });
  });

  it.each([
    ['rate_limit_exceeded', 'rate-limited', 429],
    ['server_error', 'server-error', 500],
    ['invalid_image', 'rejected', 400],
  ])('reads the code %s of a response that failed inside a 200', (code, expected, status) => {
    // The SDK hands over the parsed body where its type promises text.
    const body = { object: 'response', status: 'failed', error: { code, message: 'so it went' } } as unknown as string;
    expect(toProviderError(called(400, body), context)).toMatchObject({ code: expected, status });
  });

  it('lets neither key nor prompt ride along, whatever threw', () => {
    const header = new TypeError('Headers.append: "Bearer secret-key-0123456789\n" is an invalid header value.');
    const error = toProviderError(header, context);
    expect(`${error.stack}${String(error.cause)}${JSON.stringify(error)}`).not.toContain('secret-key-0123456789');
    expect(JSON.stringify(toProviderError(called(400, 'no'), context))).not.toContain('PROMPT');
    expect(toProviderError('a string', context)).toMatchObject({ code: 'rejected' });
  });
});
