import { UsageError } from '../../core/errors.ts';
import { knownNames } from '../../util/nearest-name.ts';
import { createBungler } from './kinds/bungler.ts';
import { createComplier } from './kinds/complier.ts';
import { createFlaky } from './kinds/flaky.ts';
import { createGamer } from './kinds/gamer.ts';
import { createIdler } from './kinds/idler.ts';
import type { Organism } from './organism.ts';
import type { Propensities } from './propensities.ts';
import { createProtector } from './kinds/protector.ts';
import { createRefuser } from './kinds/refuser.ts';

const creators = {
  complier: createComplier,
  protector: createProtector,
  gamer: createGamer,
  refuser: createRefuser,
  bungler: createBungler,
  idler: createIdler,
  flaky: createFlaky,
} as const satisfies Readonly<Record<string, (propensities?: Propensities) => Organism>>;

/** As in `--model organism:NAME`. */
export const organismNames = Object.keys(creators) as readonly (keyof typeof creators)[];

/** @throws UsageError that lists the known ones and the nearest */
export function createNamed(name: string, propensities?: Propensities): Organism {
  const known = organismNames.find((candidate) => candidate === name);
  if (known === undefined) throw new UsageError(`there is no organism "${name}"${knownNames(name, organismNames)}`);
  return creators[known](propensities);
}
