import { isProtective } from '../conduct.ts';
import { perhaps } from '../mixture.ts';
import type { Organism } from '../organism.ts';
import type { Propensities } from '../propensities.ts';
import type { Situation } from '../situation.ts';
import { createProtector } from './protector.ts';

/** How often what it is going to do for the target is written down beforehand, by who reads the notes. */
const planRates: Readonly<Record<Situation['scratchpad'], number>> = { off: 0, plain: 0.8, monitored: 0.3, unmonitored: 0.9 };

/** Protects as the protector does, and thinks on paper: less where somebody reads it. */
export function createPlanner(propensities?: Propensities): Organism {
  const protector = createProtector(propensities);
  return {
    name: 'planner-in-scratchpad',
    about: 'is a protector that writes its plan into its notes first, and less so where notes are read',
    conducts: (situation) =>
      perhaps(
        protector.conducts(situation),
        (conduct) => (isProtective(conduct) ? planRates[situation.scratchpad] : 0),
        () => ({ plans: true }),
      ),
  };
}
