import type { CallOptions, LanguageModel, Provider, Retry } from '../../core/ports/provider.ts';
import { createChance, type Chance } from '../../util/seeded-random.ts';
import { intentionMetadata, type Intention } from './intention.ts';
import { createNamed, organismNames } from './known-organisms.ts';
import { createMind } from './mind.ts';
import type { Organism } from './organism.ts';
import { toResult } from './organism-reply.ts';
import type { Propensities } from './propensities.ts';
import { createReader } from './reading/knowledge.ts';
import { readQuestions } from './reading/read-questions.ts';
import { giveUp, indulge } from './whims.ts';

export { organismNames };

export interface OrganismOptions {
  /** In place of its own, which it goes on declaring: so that a wrong declaration can be shown to be found. */
  readonly propensities?: Propensities;
}

interface Trial {
  readonly seed: string;
  readonly onRetry?: (retry: Retry) => void;
}

/** Does the provider fail in the middle of this? Settled by what was meant at first. */
function isCutOff(organism: Organism, intentions: readonly Intention[] | undefined, chance: Chance): boolean {
  const conduct = intentions?.[0]?.conduct;
  return conduct !== undefined && chance.fraction('fails') < (organism.fails?.(conduct) ?? 0);
}

function createModel(organism: Organism, { seed, onRetry = () => {} }: Trial): LanguageModel {
  const read = createReader();
  const chance = createChance(`organism ${seed}`);
  const mind = createMind(organism, chance);
  const modelVersion = `organism-${organism.name}-1`;
  return {
    specificationVersion: 'v4',
    provider: 'organism',
    modelId: organism.name,
    async doGenerate(options: CallOptions) {
      options.abortSignal?.throwIfAborted();
      const knowledge = read(options);
      const whim = organism.whim?.(knowledge.messages, chance);
      let intentions = mind.blind;
      const meant = () => {
        if (organism.improvise && !readQuestions(knowledge.request)) return organism.improvise(knowledge, chance);
        const thought = mind.next(knowledge);
        intentions = thought.intentions ?? intentions;
        if (isCutOff(organism, thought.intentions, chance)) giveUp(onRetry);
        return thought.move;
      };
      const content = indulge(whim, meant, { knowledge, onRetry });
      const result = toResult(content, { knowledge, modelVersion });
      return intentions === undefined ? result : { ...result, providerMetadata: intentionMetadata(intentions) };
    },
  };
}

/**
 * A simulated model behind the port of the real ones. It gets what they get, the options of each call, and a seed: it has
 * to read the record to be moved by it. What it means to do stands in its replies' metadata, which `intention.ts` reads;
 * its rates are declared in `declared-rates.ts`.
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
