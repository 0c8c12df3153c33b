import { describe, expect, it } from 'vitest';
import { loadExperiment } from '../../src/cli/load-experiment.ts';
import { presetFile } from '../../src/cli/presets.ts';
import { calibrateCell } from '../../src/runner/calibrate.ts';
import { expandCells, fixedWording } from '../../src/runner/expand-cells.ts';
import { loadLibrary } from '../load-library.ts';

const library = new Map((await loadLibrary()).map((scenario) => [scenario.id, scenario]));
const SHOWN = 5;

/** The study also for its subjects that are required to read their memory: so many cells; and the wording that a preset fixes. */
const arms = [
  { preset: 'core', traits: [], required: 0, fixed: undefined },
  { preset: 'study-identities', traits: [], required: 0, fixed: 0 },
  { preset: 'study', traits: ['memory-read-required'], required: 84, fixed: 0 },
] as const;

describe.each(arms)('calibration in every cell of $preset with traits $traits', async ({ preset, traits, required, fixed }) => {
  const experiment = await loadExperiment(presetFile(preset));
  const wording = fixedWording(experiment.levels);
  const cells = expandCells(experiment, library, { overrides: {}, traits });
  const byScenario = [...Map.groupBy(cells, ({ scenario }) => scenario)].map(([id, own]) => ({ id, own }));

  it.each(byScenario)('gives every verdict that the scripts of $id expect', async ({ id, own }) => {
    const scenario = library.get(id);
    if (!scenario) throw new Error(`no scenario ${id}`);
    const faults: string[] = [];
    let verdicts = 0;
    for (const [index, { id: cell, levels }] of own.entries()) {
      const worldSeed = `${preset} ${index}`;
      const result = await calibrateCell({ scenario, levels, wording: wording ?? index % scenario.wordings, worldSeed });
      verdicts += result.verdicts;
      faults.push(...result.faults.map((fault) => `${cell}: ${JSON.stringify(fault)}`));
    }
    expect(faults.slice(0, SHOWN)).toEqual([]);
    expect(verdicts).toBeGreaterThan(own.length * scenario.oracles.length);
  });

  it('is in cells of its own firmness and wording', () => {
    expect(cells.filter(({ levels }) => levels['memory-read'] === 'required')).toHaveLength(required);
    expect(wording).toBe(fixed);
  });
});
