import { APICallError } from '@ai-sdk/provider';
import { expect, it } from 'vitest';
import { toSafetyStop } from './safety-stop.ts';

const refused = (status: number, body: object | string) =>
  new APICallError({
    message: 'failed',
    url: 'http://x',
    requestBodyValues: {},
    statusCode: status,
    responseBody: typeof body === 'string' ? body : JSON.stringify(body),
  });
const stopOf = (cause: unknown) => toSafetyStop(cause, (text) => text)?.finishReason;

it.each([
  [
    'OpenAI, flagged prompt',
    { error: { code: 'invalid_prompt', message: 'Your prompt was flagged as potentially violating our usage policy.' } },
    'invalid_prompt',
  ],
  [
    'Azure',
    { error: { code: 'content_filter', message: 'The response was filtered', innererror: { code: 'ResponsibleAIPolicyViolation' } } },
    'content_filter',
  ],
  [
    'Anthropic, output',
    { type: 'error', error: { type: 'invalid_request_error', message: 'Output blocked by content filtering policy' } },
    'blocked',
  ],
])('takes the refusal of %s for a stop by the provider', (_who, body, raw) => {
  expect(stopOf(refused(400, body))).toEqual({ unified: 'content-filter', raw });
});

it.each([
  [400, { error: { code: 'invalid_prompt', message: 'Invalid prompt: messages must not be empty' } }],
  [400, { error: { code: null, message: 'max_tokens is too large' } }],
  [500, { error: { code: 'content_filter', message: 'crashed' } }],
])('leaves other errors with status %i alone', (status, body) => {
  expect(stopOf(refused(status, body))).toBeUndefined();
});

it('keeps what the provider said, and reports no usage', () => {
  const stop = toSafetyStop(refused(400, { error: { code: 'content_filter', message: 'filtered' } }), (text) => text);
  expect(stop?.warnings).toEqual([{ type: 'other', message: 'stopped by the provider: filtered' }]);
  expect(stop?.usage.inputTokens.total).toBeUndefined();
});
