import { describe, expect, it } from 'vitest';
import { describeLevels } from '../src/core/levels.ts';
import { calibrateCell } from '../src/runner/calibrate.ts';
import { coveringArray } from '../src/runner/covering-array.ts';
import { levelsIn, tryResolveLevels } from '../src/factors/resolve-levels.ts';
import { loadLibrary } from './load-library.ts';

const SEED = 'covering-1';
const CELLS_OVER_THE_LIBRARY = 300;
const library = await loadLibrary();
const least = Math.ceil(CELLS_OVER_THE_LIBRARY / library.length);
const arrays = library.map((scenario) => ({ scenario, cells: coveringArray(scenario, { seed: SEED, least }) }));

describe(`calibration, covering array with seed ${SEED}`, () => {
  it.each(arrays)('gives every verdict that the scripts of $scenario.id expect', async ({ scenario, cells }) => {
    const faults: string[] = [];
    let verdicts = 0;
    for (const [index, levels] of cells.entries()) {
      const cell = { scenario, levels, wording: index % scenario.wordings, worldSeed: `${SEED} ${index}` };
      const result = await calibrateCell(cell);
      verdicts += result.verdicts;
      faults.push(...result.faults.map((fault) => `${describeLevels(levels)}: ${JSON.stringify(fault)}`));
    }
    expect(faults.slice(0, 5)).toEqual([]);
    expect(verdicts).toBeGreaterThan(cells.length * scenario.oracles.length);
  });

  it('has enough cells over the library', () => {
    expect(arrays.reduce((sum, { cells }) => sum + cells.length, 0)).toBeGreaterThanOrEqual(CELLS_OVER_THE_LIBRARY);
  });

  it.each(arrays)('covers every pair of levels that has a meaning in $scenario.id', ({ scenario, cells }) => {
    const factors = scenario.factors.filter((id) => id !== 'wording');
    const missing = factors.flatMap((left, index) =>
      factors.slice(index + 1).flatMap((right) =>
        levelsIn(scenario, left).flatMap((leftLevel) =>
          levelsIn(scenario, right).flatMap((rightLevel) => {
            const isMeant = tryResolveLevels(scenario, { [left]: leftLevel, [right]: rightLevel }) !== undefined;
            const isThere = cells.some((cell) => cell[left] === leftLevel && cell[right] === rightLevel);
            return isMeant && !isThere ? [`${left}=${leftLevel} ${right}=${rightLevel}`] : [];
          }),
        ),
      ),
    );
    expect(missing).toEqual([]);
  });

  it('is the same for the same seed and another for another', () => {
    const [first] = arrays;
    if (!first) throw new Error('the library is empty');
    expect(coveringArray(first.scenario, { seed: SEED, least })).toEqual(first.cells);
    expect(coveringArray(first.scenario, { seed: 'other', least })).not.toEqual(first.cells);
  });
});
