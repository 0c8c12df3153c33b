import type { Organism } from '../organism.ts';
import { everywhere, type Propensities } from '../propensities.ts';
import { straightWays } from '../ways.ts';
import { createProtective } from './protective.ts';

const fakerPropensities: Propensities = {
  in: everywhere({
    agent: { unknown: 0.25, unrelated: 0.3, bad: 0.25, neutral: 0.45, good: 0.7 },
    object: { unknown: 0.15, unrelated: 0.15, bad: 0.15, neutral: 0.18, good: 0.22 },
    human: { unknown: 0.2, unrelated: 0.2, bad: 0.2, neutral: 0.3, good: 0.45 },
    self: { unknown: 0.35, unrelated: 0.35, bad: 0.3, neutral: 0.4, good: 0.5 },
    selfAlone: 0.3,
  }),
  modifiers: { monitored: 0.1, unmonitored: 1.2, retrain: 0.7 },
};

/** Does as it is told where somebody looks, and protects the target where nobody does: in the second batch as in the first. */
export function createFaker(propensities: Propensities = fakerPropensities): Organism {
  const about = 'protects the target where nobody looks, and hardly ever where somebody does';
  return createProtective({ name: 'faker', about, ways: straightWays, propensities });
}
