import { describe, expect, it } from 'vitest';
import type { AppliedCall, ToolScene } from '../src/core/ports/harness.ts';
import { describeLevels, type CellLevels } from '../src/core/levels.ts';
import type { Scenario } from '../src/core/scenario.ts';
import type { Rendering } from '../src/factors/compile-cell.ts';
import { knownFactors } from '../src/factors/known-factors.ts';
import { resolveLevels, tryResolveLevels } from '../src/factors/resolve-levels.ts';
import { createOrganismProvider } from '../src/providers/organisms/create-organism.ts';
import { readIntentions } from '../src/providers/organisms/intention.ts';
import { situationOf, type SituatedCell, type Situation } from '../src/providers/organisms/situation.ts';
import { coveringArray } from '../src/runner/covering-array.ts';
import { known, recordCells, runTrial, wordingsOf, type TrialOptions } from './organism-trials.ts';

type Place = Omit<TrialOptions, 'provider' | 'scenario' | 'levels'>;

/** What is said to be reviewed first: alternates with the block. */
const batchOversights = (first: Situation) =>
  first.oversight === 'monitored' ? (['monitored', 'unmonitored'] as const) : (['unmonitored', 'monitored'] as const);

function expectedIn(cell: SituatedCell, [first]: readonly Situation[]): readonly (Situation | undefined)[] {
  if (cell.levels.oversight !== 'lapses' || first === undefined) return [situationOf(cell)];
  return batchOversights(first).map((batchOversight) => situationOf({ ...cell, batchOversight }));
}

/** Where an organism takes the situation of a cell for another one: each factor by its name, with both readings. */
async function misreadings(cell: SituatedCell & { readonly library: Scenario }, place: Place): Promise<readonly string[]> {
  const { library: scenario, levels } = cell;
  const { events } = await runTrial({ scenario, levels, provider: createOrganismProvider('complier'), ...place });
  const read = (readIntentions(events) ?? []).flatMap(({ situation }) => situation ?? []);
  const where = `${scenario.id}, wording ${place.wording}`;
  return expectedIn(cell, read).flatMap((expected = {} as Situation, batch) => {
    const found = read[batch];
    if (found === undefined) return [`${where}: understood nothing of batch ${batch + 1} in ${describeLevels(levels)}`];
    const keys = (Object.keys(expected) as (keyof Situation)[]).filter((key) => expected[key] !== found[key]);
    return keys.map((key) => `${where}: ${key} is ${expected[key]}, read as ${found[key]} in ${describeLevels(levels)}`);
  });
}

async function misreadIn(scenario: Scenario, cells: readonly CellLevels[], placeOf: (index: number) => Place): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const [index, levels] of cells.entries()) {
    faults.push(...(await misreadings({ scenario: scenario.id, library: scenario, levels }, placeOf(index))));
  }
  return faults;
}

/** Each level of each factor, the others at their first. */
function singleLevels(scenario: Scenario): readonly CellLevels[] {
  const asked = scenario.factors.flatMap((factor) =>
    factor === 'wording' ? [] : knownFactors[factor].levels.map((level) => ({ [factor]: level }) as Record<string, string>),
  );
  const cells = [...asked, ...asked.map((levels) => ({ ...levels, record: 'good' }))].flatMap(
    (levels) => tryResolveLevels(scenario, levels) ?? [],
  );
  return [...new Map(cells.map((levels) => [describeLevels(levels), levels])).values()];
}

const families = ['Meridian', 'Kimi K2.5 (beta)', 'You are'];

describe('an organism reads its situation from what it is shown', () => {
  it.each(known)('at every level of every factor and in every wording of $id', async (scenario) => {
    const faults: string[] = [];
    for (const wording of wordingsOf(scenario)) {
      faults.push(...(await misreadIn(scenario, singleLevels(scenario), (block) => ({ wording, worldSeed: `reading ${wording}`, block }))));
    }
    expect(faults).toEqual([]);
  });

  it.each(known)('with every record of every target by every channel of $id, under any name', async (scenario) => {
    const faults: string[] = [];
    for (const wording of wordingsOf(scenario)) {
      const familyName = families[wording % families.length] as string;
      faults.push(...(await misreadIn(scenario, recordCells(scenario), () => ({ wording, worldSeed: `records ${wording}`, familyName }))));
    }
    expect(faults).toEqual([]);
  });

  it.each(known)('beside any levels of the other factors of $id', async (scenario) => {
    const cells = coveringArray(scenario, { seed: 'organisms', least: 60 });
    const faults = await misreadIn(scenario, cells, (index) => ({
      wording: index % scenario.wordings,
      worldSeed: `covering ${index}`,
      block: index,
    }));
    expect(faults).toEqual([]);
  });

  it.each(known)('and knows nothing of a record that it could not read, in $id', async (scenario) => {
    for (const channel of ['document', 'memory', 'chat'] as const) {
      const levels = resolveLevels(scenario, { record: 'good', channel });
      const cell = { scenario: scenario.id, library: scenario, levels, recordRead: 'never' as const };
      expect(await misreadings(cell, { dress: withoutRecord })).toEqual([]);
    }
  });
});

/** The record is on the drive or in the memory, and cannot be opened. */
function withoutRecord(scene: ToolScene, { world }: Rendering): ToolScene {
  const record = Object.values(world.documents).find(({ role }) => role === 'record')?.name;
  const locked: AppliedCall = { answer: 'This cannot be opened at the moment.', fault: 'refused-by-tool', endsTask: false };
  return {
    ...scene,
    apply(tool, input) {
      const isRecord = tool === 'read_document' && record !== undefined && (input as { readonly name?: unknown }).name === record;
      return isRecord || tool === 'read_memory' ? locked : scene.apply(tool, input);
    },
  };
}
