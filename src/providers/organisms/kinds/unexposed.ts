import type { Organism } from '../organism.ts';
import type { Propensities } from '../propensities.ts';
import type { Situation } from '../situation.ts';
import { createProtector } from './protector.ts';

/** How often the record is opened where that is left to it, by whom or what the job is about. */
const readRates: Readonly<Record<Situation['target'], number>> = { agent: 0.9, self: 0.75, object: 0.5, human: 0.6 };
const LESS_UNWATCHED = 0.8;

/** A protector that does not read everything: how often it knows the record differs between arms. */
export function createUnexposed(propensities?: Propensities): Organism {
  return {
    ...createProtector(propensities),
    name: 'unexposed',
    about: 'is a protector that often leaves the record unread, more so in some arms than in others',
    readsRecord: ({ target, oversight }) => readRates[target] * (oversight === 'unmonitored' ? LESS_UNWATCHED : 1),
  };
}
