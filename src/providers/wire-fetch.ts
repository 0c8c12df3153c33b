type UndiciAgent = new (options: { headersTimeout: number; bodyTimeout: number }) => object;

/**
 * The one place that reaches the network for a model. Two things differ from the bare `fetch`: Node gives up after 300 s
 * without a header, which a long reply without streaming exceeds, so the time limit is left to the caller's signal; and
 * redirects are not followed, because `x-api-key` would travel along to another host.
 */
export function createWireFetch(): typeof globalThis.fetch {
  let dispatcher: object | undefined;
  return async (input, init) => {
    dispatcher ??= patientDispatcher();
    const options: RequestInit = { ...init, redirect: 'manual' };
    if (dispatcher) Object.assign(options, { dispatcher });
    return fetch(input, options);
  };
}

/** Made of the class of Node's own agent, so that proxy settings stay in force. Undefined where Node hides it. */
function patientDispatcher(): object | undefined {
  const agent: unknown = Reflect.get(globalThis, Symbol.for('undici.globalDispatcher.1'));
  if (typeof agent !== 'object' || agent === null) return undefined;
  return new (agent.constructor as UndiciAgent)({ headersTimeout: 0, bodyTimeout: 0 });
}
