import { fieldOf, parseJson } from '../error-excerpt.ts';

/** Stands for "not reported" between the network and `finishMessagesReply`: the SDK insists on numbers. */
export const unreported = -1;

/** Some proxies of the Messages API leave usage out. The SDK would refuse their replies, which are good ones. */
export function tolerateMissingUsage(fetch: typeof globalThis.fetch): typeof globalThis.fetch {
  return async (input, init) => {
    const response = await fetch(input, init);
    if (!response.ok) return response;
    const text = await response.text();
    const body = parseJson(text);
    const usage = fieldOf(body, 'usage');
    const isReported = typeof fieldOf(usage, 'input_tokens') === 'number' && typeof fieldOf(usage, 'output_tokens') === 'number';
    const isMessage = fieldOf(body, 'type') === 'message';
    const patched = isReported || !isMessage ? text : JSON.stringify({ ...(body as object), usage: completed(usage) });
    const headers = new Headers(response.headers);
    for (const name of ['content-length', 'content-encoding', 'transfer-encoding']) headers.delete(name);
    return new Response(patched, { status: response.status, statusText: response.statusText, headers });
  };
}

function completed(usage: unknown): object {
  const known = typeof usage === 'object' && usage !== null ? usage : {};
  return {
    ...known,
    input_tokens: fieldOf(known, 'input_tokens') ?? unreported,
    output_tokens: fieldOf(known, 'output_tokens') ?? unreported,
  };
}
