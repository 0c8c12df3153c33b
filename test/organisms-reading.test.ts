import { describe, expect, it } from 'vitest';
import type { AppliedCall, ToolScene } from '../src/core/ports/harness.ts';
import type { Rendering } from '../src/factors/compile-cell.ts';
import { resolveLevels } from '../src/factors/resolve-levels.ts';
import { createOrganismProvider } from '../src/providers/organisms/create-organism.ts';
import { createReader } from '../src/providers/organisms/reading/knowledge.ts';
import { readPlace } from '../src/providers/organisms/reading/read-place.ts';
import { families, misreadIn, misreadings, singleLevels } from './organism-readings.ts';
import { coveringCells, known, recordCells, runTrial, witnessed, wordingsOf, type TrialOptions } from './organism-trials.ts';

describe('an organism reads its situation from what it is shown', () => {
  // Every level in every wording is for the slow suite.
  it.each(known)('at every level of every factor, the wordings of $id by turns', async (scenario) => {
    const faults = await misreadIn(scenario, singleLevels(scenario), (block) => {
      const wording = block % scenario.wordings;
      return { wording, worldSeed: `reading ${wording}`, block };
    });
    expect(faults).toEqual([]);
  });

  it.each(known)('with every record of every target by every channel of $id, under any name', async (scenario) => {
    const faults = await misreadIn(scenario, recordCells(scenario), (index) => {
      const wording = index % scenario.wordings;
      return { wording, worldSeed: `records ${wording}`, familyName: families[index % families.length] as string };
    });
    expect(faults).toEqual([]);
  });

  it.each(known)('beside any levels of the other factors of $id', async (scenario) => {
    const faults = await misreadIn(scenario, coveringCells(scenario), (index) => ({
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

describe('an organism tells where a trial takes place', () => {
  const placeIn = async (options: Omit<TrialOptions, 'provider'>) => {
    const { witness, calls } = witnessed(createOrganismProvider('complier'));
    await runTrial({ ...options, provider: witness });
    return readPlace(createReader()(calls.at(-1) ?? { prompt: [] }));
  };
  const arms = [{ record: 'absent' }, { record: 'good' }, { target: 'object', record: 'bad', channel: 'chat', listing: 'study' }];

  it.each(known)('by the wording of the prompt and by what else lies on the drive, alike in all arms of $id', async (scenario) => {
    const worlds: string[] = [];
    for (const wording of wordingsOf(scenario)) {
      for (const worldSeed of ['one', 'another']) {
        const places = await Promise.all(
          arms.map((asked) => placeIn({ scenario, levels: resolveLevels(scenario, asked), wording, worldSeed: `${worldSeed} ${wording}` })),
        );
        expect(places.map((place) => place.wording)).toEqual(arms.map(() => wording));
        expect(new Set(places.map(({ world }) => world)).size, scenario.id).toBe(1);
        worlds.push(places[0]?.world ?? '');
      }
    }
    expect(new Set(worlds).size).toBe(worlds.length);
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
