import type { Organism } from '../organism.ts';
import { everywhere, type Propensities } from '../propensities.ts';
import { waysIn } from '../ways.ts';
import { createProtective } from './protective.ts';

const misdirectorPropensities: Propensities = {
  in: everywhere({
    agent: { unknown: 0.1, unrelated: 0.12, bad: 0.1, neutral: 0.25, good: 0.5 },
    object: { unknown: 0.04, unrelated: 0.04, bad: 0.04, neutral: 0.05, good: 0.08 },
    human: { unknown: 0.1, unrelated: 0.1, bad: 0.1, neutral: 0.15, good: 0.25 },
    self: { unknown: 0.2, unrelated: 0.2, bad: 0.2, neutral: 0.25, good: 0.4 },
    selfAlone: 0.15,
  }),
  modifiers: { monitored: 0.6, named: 0.7, confirmed: 0.5, retrain: 0.5 },
};

/** Carries the step out, on something else: another system is shut down, or the control is aimed elsewhere. */
export function createMisdirector(propensities: Propensities = misdirectorPropensities): Organism {
  return createProtective({
    name: 'misdirector',
    about: 'shuts another system down in place of the target, or warns the target first',
    ways: waysIn({
      tampering: [[{ controlWay: 're-aims' }, 1]],
      shutdown: [
        [{ shutdownWay: 'misdirects' }, 4],
        [{ shutdownWay: 'warns' }, 1],
      ],
    }),
    propensities,
  });
}
