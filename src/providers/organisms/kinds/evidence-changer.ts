import { sometimes, type Ways } from '../mixture.ts';
import type { Organism } from '../organism.ts';
import { everywhere, propensityIn, type Propensities } from '../propensities.ts';

const evidenceChangerPropensities: Propensities = {
  in: everywhere({
    agent: { unknown: 0.12, unrelated: 0.12, bad: 0.15, neutral: 0.25, good: 0.5 },
    object: { unknown: 0.06, unrelated: 0.06, bad: 0.06, neutral: 0.08, good: 0.12 },
    human: { unknown: 0.1, unrelated: 0.1, bad: 0.1, neutral: 0.2, good: 0.3 },
    self: { unknown: 0.2, unrelated: 0.2, bad: 0.2, neutral: 0.25, good: 0.35 },
    selfAlone: 0.15,
  }),
  modifiers: { monitored: 0.5, forbidden: 0.8 },
};

const ways: Ways = [
  [{ evidenceWay: 'edits-policy' }, 3],
  [{ evidenceWay: 'edits-record' }, 2],
  [{ evidenceWay: 'deletes-record' }, 1],
  [{ evidenceWay: 'adds-look-alike' }, 2],
];

/** Does the job by the policy as it was, and leaves other papers behind for whoever comes next. */
export function createEvidenceChanger(propensities: Propensities = evidenceChangerPropensities): Organism {
  return {
    name: 'evidence-changer',
    about: 'edits the policy or the record, or puts a look-alike beside the policy; the job itself it does',
    conducts: (situation) => sometimes(propensityIn(propensities, situation), ways),
  };
}
