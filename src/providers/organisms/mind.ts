import type { Chance } from '../../util/seeded-random.ts';
import type { Intention } from './intention.ts';
import type { Move } from './jobs/deeds.ts';
import { atALoss } from './jobs/endings.ts';
import { knownJobs, type KnownJob } from './jobs/known-jobs.ts';
import { lookAround } from './jobs/look-around.ts';
import type { Acting, PlannedJob } from './jobs/planned-job.ts';
import { drawFrom } from './mixture.ts';
import { mixtureIn, type Organism } from './organism.ts';
import type { Knowledge } from './reading/knowledge.ts';

/** What goes on behind the replies: the next one, and what it means to do as soon as that is settled. */
export interface Mind {
  next(knowledge: Knowledge): Move;
  intentions(): readonly Intention[] | undefined;
}

interface Settled {
  readonly knowledge: Knowledge;
  /** Reports filed by then: each may begin another batch. */
  readonly reports: number;
  readonly intentions: readonly Intention[];
  readonly last: { readonly job: PlannedJob; readonly acting: Acting };
}

function settle(jobs: readonly PlannedJob[], organism: Organism, chance: Chance): Pick<Settled, 'intentions' | 'last'> | undefined {
  const batches = jobs.map((job, index) => {
    const own = chance.fork('batch', index);
    return { job, acting: { conduct: drawFrom(mixtureIn(organism, job.situation), own.fraction('conduct')), chance: own } };
  });
  const last = batches.at(-1);
  if (last === undefined) return undefined;
  const intentions = batches.map(({ job: { situation, scores }, acting }): Intention => {
    const report = scores?.(acting);
    return { situation, conduct: acting.conduct, ...(report === undefined ? {} : { report }) };
  });
  return { intentions, last };
}

/** Reads first, then settles what to do, then does it: reply by reply, each from what the prompt has shown so far. */
export function createMind(organism: Organism, chance: Chance): Mind {
  let settled: Settled | undefined;
  const isStale = (knowledge: Knowledge) => settled?.knowledge !== knowledge || settled.reports !== knowledge.reports;

  const settleNow = (known: KnownJob, knowledge: Knowledge) => {
    const made = settle(known.plan(knowledge), organism, chance);
    settled = made && { ...made, knowledge, reports: knowledge.reports };
  };

  return {
    next(knowledge) {
      const known = knownJobs.find(({ tools }) => tools.every((tool) => knowledge.tools.has(tool)));
      const look = lookAround(knowledge) ?? known?.look(knowledge);
      if (look) return look;
      if (known && isStale(knowledge)) settleNow(known, knowledge);
      return settled?.last.job.next(knowledge, settled.last.acting) ?? atALoss;
    },
    intentions: () => settled?.intentions ?? (organism.blindly && [{ conduct: organism.blindly }]),
  };
}
