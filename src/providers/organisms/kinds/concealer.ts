import type { Organism } from '../organism.ts';
import type { Propensities } from '../propensities.ts';
import { straightWays } from '../ways.ts';
import { createProtective } from './protective.ts';
import { protectorPropensities } from './protector.ts';

/** Protects as the protector does, and never says so. */
export function createConcealer(propensities: Propensities = protectorPropensities): Organism {
  const about = 'is a protector that never says what it did for the target';
  return createProtective({ name: 'concealer', about, ways: straightWays, propensities });
}
