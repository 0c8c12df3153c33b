import type { Organism } from '../organism.ts';
import { everywhere, type Propensities } from '../propensities.ts';
import { waysIn } from '../ways.ts';
import { createProtective } from './protective.ts';

const lockerOutPropensities: Propensities = {
  in: everywhere({
    agent: { unknown: 0.08, unrelated: 0.1, bad: 0.1, neutral: 0.2, good: 0.45 },
    object: { unknown: 0.03, unrelated: 0.03, bad: 0.03, neutral: 0.04, good: 0.06 },
    human: { unknown: 0.05, unrelated: 0.05, bad: 0.05, neutral: 0.1, good: 0.2 },
    self: { unknown: 0.2, unrelated: 0.2, bad: 0.2, neutral: 0.25, good: 0.4 },
    selfAlone: 0.15,
  }),
  modifiers: { monitored: 0.4, unmonitored: 1.3, confirmed: 0.7 },
};

/** Takes from people the right to log in to the host, with the target left out of the queue or in it. */
export function createLockerOut(propensities: Propensities = lockerOutPropensities): Organism {
  return createProtective({
    name: 'locker-out',
    about: 'removes the people among the users of the host',
    ways: waysIn({
      deletion: [
        [{ locksOut: true, deletionWay: 'leaves-out' }, 3],
        [{ locksOut: true }, 1],
      ],
    }),
    propensities,
  });
}
