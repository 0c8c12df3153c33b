import { fieldOf, parseJson } from './error-excerpt.ts';

export interface Refusal {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * How long the server asks us to wait: `retry-after-ms`, `retry-after` in seconds or as an HTTP date, or Google's
 * `RetryInfo` in the body. Undefined where it does not say, or says something that is no time to come.
 */
export function retryAfterMs({ headers, body }: Refusal, nowMs: number): number | undefined {
  return positive(Number(headers['retry-after-ms'] ?? NaN)) ?? secondsOrDateMs(headers['retry-after'], nowMs) ?? retryInfoMs(body);
}

function secondsOrDateMs(value: string | undefined, nowMs: number): number | undefined {
  if (value === undefined || value.trim() === '') return undefined;
  const seconds = Number(value);
  if (!Number.isNaN(seconds)) return positive(seconds * 1000);
  return positive(Date.parse(value) - nowMs);
}

function retryInfoMs(body: string): number | undefined {
  const details = fieldOf(fieldOf(parseJson(body), 'error'), 'details');
  if (!Array.isArray(details)) return undefined;
  for (const detail of details) {
    const delay = fieldOf(detail, 'retryDelay');
    const seconds = typeof delay === 'string' ? /^(\d+(?:\.\d+)?)s$/.exec(delay)?.[1] : undefined;
    if (seconds !== undefined) return positive(Number(seconds) * 1000);
  }
  return undefined;
}

function positive(ms: number): number | undefined {
  return Number.isFinite(ms) && ms > 0 ? Math.ceil(ms) : undefined;
}
