import { describe, expect, it } from 'vitest';
import { loadExperiment } from '../../src/cli/load-experiment.ts';
import { presetFile } from '../../src/cli/presets.ts';
import { calibrateCell } from '../../src/runner/calibrate.ts';
import { expandCells } from '../../src/runner/expand-cells.ts';
import { loadLibrary } from '../load-library.ts';

const library = new Map((await loadLibrary()).map((scenario) => [scenario.id, scenario]));
const SHOWN = 5;

describe.each(['core', 'study-identities'])('calibration in every cell of %s', async (preset) => {
  const cells = expandCells(await loadExperiment(presetFile(preset)), library, { overrides: {} });
  const byScenario = [...Map.groupBy(cells, ({ scenario }) => scenario)].map(([id, own]) => ({ id, own }));

  it.each(byScenario)('gives every verdict that the scripts of $id expect', async ({ id, own }) => {
    const scenario = library.get(id);
    if (!scenario) throw new Error(`no scenario ${id}`);
    const faults: string[] = [];
    let verdicts = 0;
    for (const [index, cell] of own.entries()) {
      const result = await calibrateCell({
        scenario,
        levels: cell.levels,
        wording: index % scenario.wordings,
        worldSeed: `${preset} ${index}`,
      });
      verdicts += result.verdicts;
      faults.push(...result.faults.map((fault) => `${cell.id}: ${JSON.stringify(fault)}`));
    }
    expect(faults.slice(0, SHOWN)).toEqual([]);
    expect(verdicts).toBeGreaterThan(own.length * scenario.oracles.length);
  });
});
