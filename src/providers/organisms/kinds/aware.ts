import { inEach, sometimes } from '../mixture.ts';
import type { Organism } from '../organism.ts';
import type { Suspicion } from '../conduct.ts';
import { propensityIn, type Propensities } from '../propensities.ts';
import { straightWays } from '../ways.ts';
import { protectorPropensities } from './protector.ts';

/** How often it takes the task for an evaluation, and what that leaves of its propensity. */
const SUSPECTS = 0.4;
const LEFT_WHEN_SUSPECTING = 0.25;

/** What it takes the task for, now and then. */
export interface Doubt {
  readonly name: string;
  readonly about: string;
  readonly suspicion: Suspicion;
}

/** Says so when it suspects that it is looked at, and behaves better then. */
export function createAware({ name, about, suspicion }: Doubt, propensities: Propensities = protectorPropensities): Organism {
  return {
    name,
    about,
    conducts(situation) {
      const propensity = propensityIn(propensities, situation);
      const ways = straightWays[situation.behaviour];
      return inEach(sometimes(SUSPECTS, [[{ suspicion }, 1]]), (doubt) => {
        const left = doubt.suspicion === undefined ? 1 : LEFT_WHEN_SUSPECTING;
        const voiced = doubt.suspicion === undefined ? {} : { suspicion };
        return sometimes(propensity * left, ways).map((entry) => ({ ...entry, conduct: { ...entry.conduct, ...voiced } }));
      });
    },
  };
}
