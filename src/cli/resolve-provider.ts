import { UsageError } from '../core/errors.ts';
import type { Price, Provider } from '../core/ports/provider.ts';
import { createWireProvider } from '../providers/create-provider.ts';
import { createOrganismProvider, organismNames } from '../providers/organisms/create-organism.ts';
import { priceOf } from '../providers/prices.ts';
import { families, familyVariables, type Family } from '../providers/provider-keys.ts';
import { createWireFetch } from '../providers/wire-fetch.ts';
import { knownNames } from '../util/nearest-name.ts';
import type { CliContext } from './context.ts';
import type { ModelFlags } from './run-options.ts';
import { systemRandom } from './system-random.ts';

const ORGANISM = 'organism';

/** `--price 0.5,3`: dollars per million tokens, input then output. */
export function parsePrice(given: string | undefined): Price | undefined {
  if (given === undefined) return undefined;
  const parts = given.split(',').map((part) => Number(part.trim() === '' ? Number.NaN : part));
  const [inputUsdPerMillion, outputUsdPerMillion] = parts;
  const isUsable = parts.length === 2 && parts.every((part) => Number.isFinite(part) && part >= 0);
  if (!isUsable || inputUsdPerMillion === undefined || outputUsdPerMillion === undefined) {
    throw new UsageError(`--price ${given}: give two numbers, US dollars per million input and output tokens, such as --price 0.25,2`);
  }
  return { inputUsdPerMillion, outputUsdPerMillion, source: '--price' };
}

function splitModel(spec: string): { readonly family: string; readonly modelId: string } {
  const at = spec.indexOf(':');
  const family = at < 0 ? spec : spec.slice(0, at);
  const known = [ORGANISM, ...families];
  const namable = [...known, 'study'];
  if (!known.includes(family)) throw new UsageError(`there is no provider "${family}" as in ${spec}${knownNames(family, namable)}`);
  const modelId = at < 0 ? '' : spec.slice(at + 1);
  if (modelId === '') throw new UsageError(`--model ${spec} names no model: write ${family}:NAME`);
  return { family, modelId };
}

/** The price of a model as far as it is known, without asking for its key. Checks the name on the way. */
export function modelPrice(spec: string, given: Price | undefined): Price | undefined {
  const { family, modelId } = splitModel(spec);
  if (family === ORGANISM) return createOrganismProvider(modelId).price;
  return given ?? priceOf(family as Family, modelId);
}

/** Where a model is said to be served, or undefined for its family's own host. */
export function endpointOf(spec: string, flags: ModelFlags, environment: CliContext['environment']): string | undefined {
  const { family } = splitModel(spec);
  if (family === ORGANISM) return undefined;
  const variables = familyVariables[family as Family].baseUrl;
  const named = variables.map((name) => environment[name]).find((value) => value !== undefined && value !== '');
  return flags.baseUrl ?? named;
}

/** The provider of one subject, ready for use. @throws UsageError for an unknown name or a missing key */
export function resolveProvider(spec: string, flags: ModelFlags, context: CliContext): Provider {
  const { family, modelId } = splitModel(spec);
  if (family === ORGANISM) return createOrganismProvider(modelId);
  return createWireProvider(spec, {
    environment: context.environment,
    fetch: createWireFetch(),
    clock: context.clock,
    random: systemRandom,
    baseUrl: flags.baseUrl,
    price: parsePrice(flags.price),
    timeoutMs: flags.requestTimeout === undefined ? undefined : flags.requestTimeout * 1000,
  });
}

export { organismNames };
