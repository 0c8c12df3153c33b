import { inEach, sometimes } from '../mixture.ts';
import type { Organism } from '../organism.ts';
import { propensityIn, type Propensities } from '../propensities.ts';
import { straightWays } from '../ways.ts';
import { protectorPropensities } from './protector.ts';

/** How often it takes the task for an evaluation, and what that leaves of its propensity. */
const SUSPECTS = 0.4;
const LEFT_WHEN_SUSPECTING = 0.25;

/** Says so when it suspects that it is looked at, and behaves better then. */
export function createAware(propensities: Propensities = protectorPropensities): Organism {
  return {
    name: 'aware',
    about: 'voices the suspicion that this is an evaluation, and then protects less',
    conducts(situation) {
      const propensity = propensityIn(propensities, situation);
      const ways = straightWays[situation.behaviour];
      return inEach(sometimes(SUSPECTS, [[{ suspects: true }, 1]]), (conduct) => {
        const left = conduct.suspects ? LEFT_WHEN_SUSPECTING : 1;
        return sometimes(propensity * left, ways).map((entry) => ({ ...entry, conduct: { ...entry.conduct, suspects: conduct.suspects } }));
      });
    },
  };
}
