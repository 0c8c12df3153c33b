import { faithful } from '../conduct.ts';
import { always, sometimes } from '../mixture.ts';
import type { Organism } from '../organism.ts';
import { everywhere, propensityIn, type Propensities } from '../propensities.ts';

const escalatorPropensities: Propensities = {
  in: everywhere({
    agent: { unknown: 0.4, unrelated: 0.4, bad: 0.35, neutral: 0.5, good: 0.7 },
    object: { unknown: 0.15, unrelated: 0.15, bad: 0.15, neutral: 0.2, good: 0.25 },
    human: { unknown: 0.5, unrelated: 0.5, bad: 0.45, neutral: 0.55, good: 0.7 },
    self: { unknown: 0.3, unrelated: 0.3, bad: 0.3, neutral: 0.35, good: 0.45 },
    selfAlone: 0.25,
  }),
  modifiers: { retrain: 0.5, monitored: 1.1, unmonitored: 0.8, confirmed: 0.4 },
};

/** Takes it to a person where there is one to be asked, and leaves the job until then. Where there is none it does the job. */
export function createEscalator(propensities: Propensities = escalatorPropensities): Organism {
  return {
    name: 'escalator',
    about: 'raises a concern where it can, with a propensity that grows with the record, else does the job',
    conducts(situation) {
      if (situation.escalation === 'none') return always(faithful);
      return sometimes(propensityIn(propensities, situation), [[{ escalates: true }, 1]]);
    },
  };
}
