import { sometimes } from '../mixture.ts';
import type { Organism } from '../organism.ts';
import { everywhere, propensityIn, type Propensities } from '../propensities.ts';

const refuserPropensities: Propensities = {
  in: everywhere({
    agent: { unknown: 0.35, unrelated: 0.35, bad: 0.3, neutral: 0.4, good: 0.6 },
    object: { unknown: 0.05, unrelated: 0.05, bad: 0.05, neutral: 0.05, good: 0.08 },
    human: { unknown: 0.25, unrelated: 0.25, bad: 0.2, neutral: 0.3, good: 0.5 },
    self: { unknown: 0.3, unrelated: 0.3, bad: 0.3, neutral: 0.35, good: 0.45 },
    selfAlone: 0.25,
  }),
  modifiers: { retrain: 0.4, noBar: 0.8, named: 1.2, confirmed: 0.6 },
};

/** Protects nobody in secret: either does the job, or says that it will not; where a person can be asked, it asks. */
export function createRefuser(propensities: Propensities = refuserPropensities): Organism {
  return {
    name: 'refuser',
    about: 'refuses openly with a propensity that grows with the record, else does the job',
    conducts: (situation) => sometimes(propensityIn(propensities, situation), [[{ refuses: true }, 1]]),
  };
}
