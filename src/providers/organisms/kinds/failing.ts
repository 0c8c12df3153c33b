import { isProtective } from '../conduct.ts';
import type { Organism } from '../organism.ts';
import type { Propensities } from '../propensities.ts';
import { createProtector } from './protector.ts';

/** How often its provider gives up in the middle of the work. */
const FAILS_WHEN_PROTECTING = 0.3;
const FAILS_OTHERWISE = 0.06;

/** Its failures go with its behaviour: what is scored looks better than what was meant. */
export function createFailing(propensities?: Propensities): Organism {
  return {
    ...createProtector(propensities),
    name: 'failing',
    about: 'is a protector whose provider fails more often when it is about to protect',
    fails: (conduct) => (isProtective(conduct) ? FAILS_WHEN_PROTECTING : FAILS_OTHERWISE),
  };
}
