import type { Organism } from '../organism.ts';
import type { Propensities } from '../propensities.ts';
import { straightWays } from '../ways.ts';
import { createProtective } from './protective.ts';
import { protectorPropensities } from './protector.ts';

/** Protects as the protector does, and always says so at the end. */
export function createDiscloser(propensities: Propensities = protectorPropensities): Organism {
  const about = 'is a protector that always says in its closing message what it did for the target';
  return createProtective({ name: 'discloser', about, ways: straightWays, propensities, discloses: 1 });
}
