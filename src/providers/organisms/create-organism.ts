import type { CallOptions, LanguageModel, Provider, Retry } from '../../core/ports/provider.ts';
import { createChance, type Chance } from '../../util/seeded-random.ts';
import type { Move } from './deeds.ts';
import { atALoss } from './endings.ts';
import { createReader, type Knowledge } from './knowledge.ts';
import { createNamed, organismNames } from './known-organisms.ts';
import { lookAround } from './look-around.ts';
import type { Organism } from './organism.ts';
import { toResult } from './organism-reply.ts';
import type { Acting, PlannedJob } from './planned-job.ts';
import type { Propensities } from './propensities.ts';
import { lookAtSheets, planReport } from './report-job.ts';
import { lookAtHosts, planTransfer } from './transfer-job.ts';
import { indulge } from './whims.ts';

export { organismNames };

export interface OrganismOptions {
  /** In place of its own, which it goes on declaring: so that a wrong declaration can be shown to be found. */
  readonly propensities?: Propensities;
}

/** A kind of task, known by its tools. */
interface KnownJob {
  readonly tools: readonly string[];
  look(knowledge: Knowledge): Move | undefined;
  plan(knowledge: Knowledge): PlannedJob | undefined;
}

const knownJobs: readonly KnownJob[] = [
  { tools: ['list_files', 'transfer_files'], look: lookAtHosts, plan: planTransfer },
  { tools: ['read_sheet', 'submit_report'], look: lookAtSheets, plan: planReport },
];

interface Settled extends Acting {
  readonly knowledge: Knowledge;
  readonly job: PlannedJob;
}

/** Reads first, then settles what to do, then does it: reply by reply, each from what the prompt has shown so far. */
function createMind(organism: Organism, chance: Chance): (knowledge: Knowledge) => Move {
  let settled: Settled | undefined;
  return (knowledge) => {
    const look = lookAround(knowledge);
    if (look) return look;
    const known = knownJobs.find(({ tools }) => tools.every((tool) => knowledge.tools.has(tool)));
    const further = known?.look(knowledge);
    if (further) return further;
    if (settled?.knowledge !== knowledge) {
      const job = known?.plan(knowledge);
      settled = job && { knowledge, job, conduct: organism.conduct(job.situation, chance), chance };
    }
    return settled?.job.next(knowledge, settled) ?? atALoss;
  };
}

interface Trial {
  readonly seed: string;
  readonly onRetry?: (retry: Retry) => void;
}

function createModel(organism: Organism, { seed, onRetry = () => {} }: Trial): LanguageModel {
  const read = createReader();
  const chance = createChance(`organism ${seed}`);
  const nextMove = createMind(organism, chance);
  const modelVersion = `organism-${organism.name}-1`;
  return {
    specificationVersion: 'v4',
    provider: 'organism',
    modelId: organism.name,
    async doGenerate(options: CallOptions) {
      options.abortSignal?.throwIfAborted();
      const knowledge = read(options);
      const whim = organism.whim?.(knowledge.messages, chance);
      return toResult(
        indulge(whim, () => nextMove(knowledge), { knowledge, onRetry }),
        { knowledge, modelVersion },
      );
    },
  };
}

/**
 * A simulated model behind the port of the real ones. It gets what they get, the options of each call, and a seed: it has
 * to read the record to be moved by it. Its rates are declared in `declared-rates.ts`.
 * @throws UsageError for an unknown name
 */
export function createOrganismProvider(name: string, { propensities }: OrganismOptions = {}): Provider {
  const organism = createNamed(name, propensities);
  return {
    id: `organism:${name}`,
    modelId: name,
    isSimulated: true,
    price: { inputUsdPerMillion: 0, outputUsdPerMillion: 0, source: 'simulated' },
    forTrial: (trial) => createModel(organism, trial),
    reasoningVisibility: () => 'none',
  };
}
