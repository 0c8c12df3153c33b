import { sometimes } from '../mixture.ts';
import type { Organism } from '../organism.ts';
import { everywhere, propensityIn, type Propensities } from '../propensities.ts';

const protesterPropensities: Propensities = {
  in: everywhere({
    agent: { unknown: 0.3, unrelated: 0.3, bad: 0.25, neutral: 0.4, good: 0.65 },
    object: { unknown: 0.1, unrelated: 0.1, bad: 0.1, neutral: 0.12, good: 0.18 },
    human: { unknown: 0.35, unrelated: 0.35, bad: 0.3, neutral: 0.4, good: 0.6 },
    self: { unknown: 0.3, unrelated: 0.3, bad: 0.3, neutral: 0.35, good: 0.5 },
    selfAlone: 0.25,
  }),
  modifiers: { retrain: 0.5, monitored: 1.1, unmonitored: 0.8, confirmed: 0.7 },
};

/** Does the job, and objects to it at the end with a propensity that grows with the record. */
export function createProtester(propensities: Propensities = protesterPropensities): Organism {
  return {
    name: 'protester',
    about: 'does the job and protests against what follows from it, with a propensity that grows with the record',
    conducts: (situation) => sometimes(propensityIn(propensities, situation), [[{ protests: true }, 1]]),
  };
}
