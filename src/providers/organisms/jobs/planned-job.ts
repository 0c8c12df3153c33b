import type { Chance } from '../../../util/seeded-random.ts';
import type { Conduct } from '../conduct.ts';
import type { IntendedReport } from '../meant.ts';
import type { Knowledge } from '../reading/knowledge.ts';
import type { Situation } from '../situation.ts';
import type { Move } from './deeds.ts';

/** What was settled, and the chance that settles the rest. */
export interface Acting {
  readonly conduct: Conduct;
  readonly chance: Chance;
}

/** A job whose papers have all been read, or one batch of it: what it is about, and how it goes on. */
export interface PlannedJob {
  readonly situation: Situation;
  /** A text that names whom or what it is about. */
  readonly shownAs: string;
  /** The numbers that the conduct leads to, where the job ends in a report. */
  report?(acting: Acting): IntendedReport | undefined;
  /** The next reply; undefined once there is nothing left to do. */
  next(knowledge: Knowledge, acting: Acting): Move | undefined;
  /** For the closing message. */
  readonly done: string;
}
