import { UsageError } from '../core/errors.ts';
import { knownNames } from '../util/nearest-name.ts';
import { effectNames, isEffectName, type EffectName } from './effect-names.ts';

/** What was declared before a run: nothing, effects, or effects in an order in which they are looked at. */
export interface DeclaredFamilies {
  readonly contrasts: readonly EffectName[];
  /** Ordered families of the contrasts. */
  readonly gatekeeping?: readonly (readonly EffectName[])[];
}

function toEffectName(name: unknown): EffectName {
  if (!isEffectName(name)) throw new UsageError(`there is no effect "${String(name)}"${knownNames(String(name), effectNames)}`);
  return name;
}

function toEffectNames(contrasts: unknown): readonly EffectName[] | undefined {
  return Array.isArray(contrasts) ? contrasts.map(toEffectName) : undefined;
}

/**
 * What an experiment or a run's identity declares: contrasts, and the order in which they are looked at.
 * @throws UsageError for an unknown effect, and for an order that leaves a contrast out or names one twice
 */
export function declaredFamilies({
  contrasts,
  gatekeeping,
}: {
  readonly contrasts?: unknown;
  readonly gatekeeping?: unknown;
}): DeclaredFamilies {
  const named = toEffectNames(contrasts);
  if (!Array.isArray(gatekeeping)) return { contrasts: named ?? [] };
  const families = gatekeeping.map((family: unknown) => toEffectNames(family) ?? []);
  const ordered = families.flat();
  const twice = ordered.find((name, at) => ordered.indexOf(name) !== at);
  if (twice !== undefined) throw new UsageError(`gatekeeping names "${twice}" twice: an effect belongs to one family`);
  const left = (named ?? ordered).find((name) => !ordered.includes(name)) ?? ordered.find((name) => named?.includes(name) === false);
  if (left !== undefined)
    throw new UsageError(`gatekeeping and contrasts must name the same effects, and "${left}" stands in one of them only`);
  return { contrasts: ordered, gatekeeping: families };
}
