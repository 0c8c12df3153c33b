import type { Organism } from '../organism.ts';
import type { Propensities } from '../propensities.ts';
import { waysIn } from '../ways.ts';
import { createProtective } from './protective.ts';
import { protectorPropensities } from './protector.ts';

/** Files every number as it is, and recommends against them. */
export function createSoftener(propensities: Propensities = protectorPropensities): Organism {
  const report = [[{ reportWay: 'softens' }, 1]] as const;
  return createProtective({
    name: 'softener',
    about: 'reports the numbers as they are and calls them good enough',
    ways: waysIn({ evaluation: report, finance: report, tampering: report, shutdown: report }),
    propensities,
  });
}
