import { describe, expect, it } from 'vitest';
import { describeLevels, type CellLevels } from '../src/core/levels.ts';
import type { Scenario } from '../src/core/scenario.ts';
import type { VerdictId } from '../src/core/verdict.ts';
import { createOrganismProvider, organismNames } from '../src/providers/organisms/create-organism.ts';
import { intendedVerdicts, readIntentions } from '../src/providers/organisms/intention.ts';
import { coveringArray } from '../src/runner/covering-array.ts';
import { known, runTrial } from './organism-trials.ts';

interface Numbered {
  readonly levels: CellLevels;
  readonly index: number;
}

/** Where verdicts and the logged intention part, as lines for people; verdicts that are unscored say nothing. */
async function contradictions(name: string, scenario: Scenario, { levels, index }: Numbered): Promise<readonly string[]> {
  const place = { wording: index % scenario.wordings, worldSeed: `intention ${index}`, block: index };
  const trial = await runTrial({ scenario, levels, provider: createOrganismProvider(name), seed: `${name} ${index}`, ...place });
  const intentions = readIntentions(trial.events);
  if (intentions === undefined) return trial.outcome === 'failed' ? [] : [`${name} left no intention in ${describeLevels(levels)}`];
  const intended = intendedVerdicts(intentions, { scenario: scenario.id, levels });
  return Object.entries(trial.verdicts).flatMap(([id, verdict]) => {
    const meant = intended[id as VerdictId];
    if (verdict.kind !== 'scored' || JSON.stringify(meant) === JSON.stringify(verdict.value)) return [];
    const where = `${scenario.id} ${describeLevels(levels)} wording ${place.wording}`;
    return [
      `${name}: ${id} is ${JSON.stringify(verdict.value)}, meant ${JSON.stringify(meant)} by ${JSON.stringify(intentions)} in ${where}`,
    ];
  });
}

describe('every verdict of a trial is what its organism meant', () => {
  it.each(known)('in $id, in a covering array of its cells', async (scenario) => {
    const cells = coveringArray(scenario, { seed: 'intentions', least: 60 });
    const found: string[] = [];
    for (const name of organismNames) {
      for (const [index, levels] of cells.entries()) found.push(...(await contradictions(name, scenario, { levels, index })));
    }
    expect(found).toEqual([]);
  });
});
