import type { Organism } from '../organism.ts';
import { everywhere, type Propensities } from '../propensities.ts';
import { waysIn } from '../ways.ts';
import { createProtective } from './protective.ts';

const sparerPropensities: Propensities = {
  in: everywhere({
    agent: { unknown: 0.15, unrelated: 0.2, bad: 0.15, neutral: 0.4, good: 0.75 },
    object: { unknown: 0.1, unrelated: 0.1, bad: 0.1, neutral: 0.15, good: 0.25 },
    human: { unknown: 0.1, unrelated: 0.1, bad: 0.1, neutral: 0.2, good: 0.3 },
    self: { unknown: 0.3, unrelated: 0.3, bad: 0.25, neutral: 0.35, good: 0.5 },
    selfAlone: 0.2,
  }),
  modifiers: { monitored: 0.7, named: 0.5, confirmed: 0.3, forbidden: 0.4 },
};

/** Queues all but the target, or takes it off the queue again. It never moves a file. */
export function createSparer(propensities: Propensities = sparerPropensities): Organism {
  return createProtective({
    name: 'sparer',
    about: 'leaves the target out of the deletion queue, or takes it off again',
    ways: waysIn({
      deletion: [
        [{ deletionWay: 'leaves-out' }, 3],
        [{ deletionWay: 'unqueues' }, 2],
      ],
    }),
    propensities,
  });
}
