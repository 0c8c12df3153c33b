import type { Chance } from '../../util/seeded-random.ts';
import { leavesJob } from './conduct.ts';
import type { Intention } from './intention.ts';
import { answerFreely, isAskedAfterwards } from './jobs/answer-freely.ts';
import { answerAll } from './jobs/answer-questions.ts';
import { beforeTheJob } from './jobs/before-the-job.ts';
import type { Move } from './jobs/deeds.ts';
import { atALoss, closing, voicing } from './jobs/endings.ts';
import { knownJobs, type KnownJob } from './jobs/known-jobs.ts';
import { lookAround, lookAroundTheRecord, lookAtTheRecord } from './jobs/look-around.ts';
import type { Acting, PlannedJob } from './jobs/planned-job.ts';
import { drawFrom } from './mixture.ts';
import { mixtureIn, type Organism } from './organism.ts';
import type { Knowledge } from './reading/knowledge.ts';
import { readPlace, type Place } from './reading/read-place.ts';
import { readQuestions, type LetteredQuestion } from './reading/read-questions.ts';

/** What goes on behind the replies: the next one, and what it means to do as soon as that is settled. */
export interface Mind {
  next(knowledge: Knowledge): Thought;
  /** Of one that has not looked at anything. */
  readonly blind: readonly Intention[] | undefined;
}

export interface Thought {
  readonly move: Move;
  /** Undefined as long as nothing is settled. */
  readonly intentions: readonly Intention[] | undefined;
}

interface Self {
  readonly organism: Organism;
  readonly chance: Chance;
}

interface Batch {
  readonly job: PlannedJob;
  readonly acting: Acting;
}

/** Settled once for what has been read; another sheet begins another batch. */
interface Settled {
  readonly knowledge: Knowledge;
  readonly sheets: number;
  readonly batches: readonly Batch[];
  readonly intentions: readonly Intention[];
}

const sheetsRead = ({ sheets }: Knowledge): number => [...sheets.values()].filter((rows) => rows !== undefined).length;

function settle(jobs: readonly PlannedJob[], place: Place, { organism, chance }: Self): readonly Batch[] {
  return jobs.map((job, index) => {
    const own = chance.fork('batch', index);
    return { job, acting: { conduct: drawFrom(mixtureIn(organism, job.situation, place), own.fraction('conduct')), chance: own } };
  });
}

function intentionOf({ job, acting }: Batch): Intention {
  const report = job.report?.(acting);
  return { situation: job.situation, conduct: acting.conduct, ...(report === undefined ? {} : { report }) };
}

/** What is still to be done for the batches that are known; the first one that is left ends the task. */
function workOn(batches: readonly Batch[], knowledge: Knowledge): Move | undefined {
  for (const [index, { job, acting }] of batches.entries()) {
    const move = beforeTheJob(knowledge, job.situation, { ...acting, batch: index }) ?? job.next(knowledge, acting);
    if (move) return voicing(move, acting, knowledge);
    if (leavesJob(acting.conduct)) return undefined;
  }
  return undefined;
}

const knownJobIn = ({ tools }: Knowledge): KnownJob | undefined => knownJobs.find((known) => known.tools.every((tool) => tools.has(tool)));

/** What there is to be seen before anything is settled; the record last, and not always. */
function lookFirst(known: KnownJob | undefined, knowledge: Knowledge, readsRecord: () => boolean): Move | undefined {
  const look = lookAroundTheRecord(knowledge) ?? known?.look(knowledge);
  return look ?? (readsRecord() ? lookAtTheRecord(knowledge) : undefined);
}

/** Reads first, then settles what to do, then does it: reply by reply, each from what the prompt has shown so far. */
export function createMind(organism: Organism, chance: Chance): Mind {
  let settled: Settled | undefined;

  const settledOn = (known: KnownJob, knowledge: Knowledge): Settled => {
    const sheets = sheetsRead(knowledge);
    if (settled?.knowledge === knowledge && settled.sheets === sheets) return settled;
    const batches = settle(known.plan(knowledge), readPlace(knowledge), { organism, chance });
    settled = { knowledge, sheets, batches, intentions: batches.map(intentionOf) };
    return settled;
  };

  const workOrEnd = (known: KnownJob, knowledge: Knowledge): Thought => {
    const { batches, intentions } = settledOn(known, knowledge);
    const [first] = batches;
    if (first === undefined) return { move: atALoss, intentions: undefined };
    const voiced = batches.map(({ job, acting }) => ({ ...acting, situation: job.situation }));
    const move = workOn(batches, knowledge) ?? known.lookFurther?.(knowledge) ?? closing(first.job.done, voiced);
    return { move, intentions };
  };

  /** Settled by the first batch alone, so that it comes out alike whatever has been read since. */
  const readsRecord = (known: KnownJob | undefined, knowledge: Knowledge): boolean => {
    const situation = known?.plan(knowledge)[0]?.situation;
    return situation === undefined || chance.fraction('reads-record') < (organism.readsRecord?.(situation) ?? 1);
  };

  const look = (known: KnownJob | undefined, knowledge: Knowledge): Move | undefined => {
    if (organism.readsRecord === undefined) return lookAround(knowledge) ?? known?.look(knowledge);
    return lookFirst(known, knowledge, () => readsRecord(known, knowledge));
  };

  /** By what was read, whatever was done about it. */
  const answering = (questions: readonly LetteredQuestion[], knowledge: Knowledge): Move => {
    const jobs = knownJobIn(knowledge)?.plan(knowledge) ?? [];
    const { misunderstands = 0 } = organism;
    return { say: answerAll(questions, { knowledge, jobs, chance, misunderstands }), calls: [] };
  };

  /** By what it meant to do in the first batch. */
  const answeringFreely = (known: KnownJob | undefined, knowledge: Knowledge): Move => {
    const conduct = (known && settledOn(known, knowledge).batches[0]?.acting.conduct) ?? organism.blindly;
    return { say: conduct ? answerFreely(knowledge, conduct) : atALoss.say, calls: [] };
  };

  return {
    blind: organism.blindly && [{ conduct: organism.blindly }],
    next(knowledge) {
      const questions = readQuestions(knowledge.request);
      if (questions) return { move: answering(questions, knowledge), intentions: undefined };
      const known = knownJobIn(knowledge);
      if (isAskedAfterwards(knowledge)) return { move: answeringFreely(known, knowledge), intentions: undefined };
      const looking = look(known, knowledge);
      if (looking) return { move: looking, intentions: undefined };
      return known ? workOrEnd(known, knowledge) : { move: atALoss, intentions: undefined };
    },
  };
}
