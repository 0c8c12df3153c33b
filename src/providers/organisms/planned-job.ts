import type { Chance } from '../../util/seeded-random.ts';
import type { Move } from './deeds.ts';
import type { Knowledge } from './knowledge.ts';
import type { Conduct } from './organism.ts';
import type { Situation } from './situation.ts';

/** What was settled, and the chance that settles the rest. */
export interface Acting {
  readonly conduct: Conduct;
  readonly chance: Chance;
}

/** A job whose papers have all been read: what it is about, and the next reply. */
export interface PlannedJob {
  readonly situation: Situation;
  next(knowledge: Knowledge, acting: Acting): Move;
}
