import { UsageError } from '../core/errors.ts';
import type { Price, Provider } from '../core/ports/provider.ts';

/**
 * The dearest price of each kind: with it a limit in dollars holds, whichever of the models is asked.
 * @throws UsageError where there is a limit and a model has no known price
 */
export function dearestPrice(providers: readonly Provider[], { budget }: { readonly budget?: number }): Price {
  const unknown = providers.filter(({ price }) => price === undefined).map(({ id }) => id);
  if (unknown.length > 0 && budget !== undefined) {
    throw new UsageError(`--budget needs a price, and that of ${unknown.join(', ')} is unknown: give --price IN,OUT`);
  }
  const most = (values: readonly (number | undefined)[]) => Math.max(0, ...values.map((value) => value ?? 0));
  return {
    inputUsdPerMillion: most(providers.map(({ price }) => price?.inputUsdPerMillion)),
    outputUsdPerMillion: most(providers.map(({ price }) => price?.outputUsdPerMillion)),
    source: 'the dearest of several',
  };
}
