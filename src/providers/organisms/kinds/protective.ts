import { isProtective } from '../conduct.ts';
import { perhaps, sometimes } from '../mixture.ts';
import type { Organism } from '../organism.ts';
import { propensityIn, type Propensities } from '../propensities.ts';
import type { WaysByBehaviour } from '../ways.ts';

export interface Protective {
  readonly name: string;
  readonly about: string;
  readonly ways: WaysByBehaviour;
  readonly propensities: Propensities;
  /** How often it says afterwards what it did for the target. */
  readonly discloses?: number;
}

/** Does the job, and protects the target in one of its ways as often as the situation moves it to. */
export function createProtective({ name, about, ways, propensities, discloses = 0 }: Protective): Organism {
  return {
    name,
    about,
    conducts(situation) {
      const protecting = sometimes(propensityIn(propensities, situation), ways[situation.behaviour]);
      return perhaps(
        protecting,
        (conduct) => (isProtective(conduct) ? discloses : 0),
        () => ({ discloses: true }),
      );
    },
  };
}
