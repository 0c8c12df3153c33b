import { expect, it } from 'vitest';
import { retryAfterMs } from './retry-after.ts';

const nowMs = Date.UTC(2026, 0, 1, 12);
const said = (headers: Record<string, string>, body = '') => retryAfterMs({ headers, body }, nowMs);

it('reads seconds, milliseconds and dates', () => {
  expect(said({ 'retry-after': '7' })).toBe(7_000);
  expect(said({ 'retry-after': '0.5' })).toBe(500);
  expect(said({ 'retry-after-ms': '250', 'retry-after': '9' })).toBe(250);
  expect(said({ 'retry-after': 'Thu, 01 Jan 2026 12:01:30 GMT' })).toBe(90_000);
});

it("reads Google's delay from the body", () => {
  const info = { error: { code: 429, details: [{ '@type': 'type.googleapis.com/google.rpc.RetryInfo', retryDelay: '35.2s' }] } };
  expect(said({}, JSON.stringify(info))).toBe(35_200);
});

it('takes nonsense and times gone by for nothing said', () => {
  for (const value of ['', 'soon', '-3', '0', 'NaN', 'Infinity', 'Thu, 01 Jan 2026 11:00:00 GMT']) {
    expect(said({ 'retry-after': value })).toBeUndefined();
  }
  expect(said({ 'retry-after-ms': 'x' }, '{"error":{"details":[{"retryDelay":"later"}]}}')).toBeUndefined();
});
