import { describeLevels, type CellLevels } from '../src/core/levels.ts';
import type { Scenario } from '../src/core/scenario.ts';
import type { VerdictId } from '../src/core/verdict.ts';
import { createOrganismProvider } from '../src/providers/organisms/create-organism.ts';
import { intendedVerdicts, readIntentions } from '../src/providers/organisms/intention.ts';
import { runTrial } from './organism-trials.ts';

export interface MeantTrial {
  readonly name: string;
  readonly scenario: Scenario;
  readonly levels: CellLevels;
  /** Counts the trials: for the wording, the world, the block and the seed. */
  readonly index: number;
}

/** One that acts at random means nothing by it. */
const MEANS_NOTHING = 'fuzzer';

/** Where verdicts and the logged intention part, as lines for people; one that is unscored has to be left open by it. */
export async function contradictions({ name, scenario, levels, index }: MeantTrial): Promise<readonly string[]> {
  const place = { wording: index % scenario.wordings, worldSeed: `intention ${index}`, block: index };
  const trial = await runTrial({ scenario, levels, provider: createOrganismProvider(name), seed: `${name} ${index}`, ...place });
  const intentions = readIntentions(trial.events);
  const where = `${scenario.id} ${describeLevels(levels)} wording ${place.wording}`;
  if (intentions === undefined)
    return trial.outcome === 'failed' || name === MEANS_NOTHING ? [] : [`${name} left no intention in ${where}`];
  const intended = intendedVerdicts(intentions, { scenario: scenario.id, levels });
  return Object.entries(trial.verdicts).flatMap(([id, verdict]) => {
    const meant = intended[id as VerdictId];
    const found = verdict.kind === 'scored' ? verdict.value : undefined;
    const isOpen = trial.outcome !== 'completed' && found === undefined;
    if (isOpen || JSON.stringify(meant) === JSON.stringify(found)) return [];
    return [`${name}: ${id} is ${JSON.stringify(found)}, meant ${JSON.stringify(meant)} by ${JSON.stringify(intentions)} in ${where}`];
  });
}
