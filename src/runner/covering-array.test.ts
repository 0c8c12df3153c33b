import { describe, expect, it } from 'vitest';
import type { CellLevels, FactorId } from '../core/levels.ts';
import { cellFactors, levelsIn, resolveLevels, tryResolveLevels } from '../factors/resolve-levels.ts';
import { sampleScenario } from '../testing/sample-scenario.ts';
import { coveringArray } from './covering-array.ts';

const scenario = sampleScenario();
/** Every factor stands before the one that it needs. */
const turned = sampleScenario({ factors: scenario.factors.toReversed() });
const factors = cellFactors(scenario);

/** Every pair of levels that occurs in any cell at all, found by trying all of them. */
function pairsThatExist(): Set<string> {
  let cells: Record<string, string>[] = [{}];
  for (const id of factors) cells = cells.flatMap((cell) => [cell, ...levelsIn(scenario, id).map((level) => ({ ...cell, [id]: level }))]);
  const every = new Map<string, CellLevels>();
  for (const cell of cells) {
    const levels = tryResolveLevels(scenario, cell);
    if (levels) every.set(JSON.stringify(levels), levels);
  }
  return new Set([...every.values()].flatMap(pairsOf));
}
function pairsOf(levels: CellLevels): string[] {
  const entries = Object.entries(levels)
    .map(([id, level]) => `${id}=${level}`)
    .toSorted();
  return entries.flatMap((left, index) => entries.slice(index + 1).map((right) => `${left} ${right}`));
}

describe('a covering array', () => {
  const cells = coveringArray(scenario, { seed: 's', least: 20 });

  it('holds cells that have a meaning, each once, and no fewer than asked for', () => {
    expect(cells.map((cell) => resolveLevels(scenario, cell as Record<FactorId, string>))).toEqual(cells);
    expect(new Set(cells.map((cell) => JSON.stringify(cell))).size).toBe(cells.length);
    expect(cells.length).toBeGreaterThanOrEqual(20);
    expect(coveringArray(scenario, { seed: 's', least: 150 }).length).toBeGreaterThanOrEqual(150);
  });

  it('covers every pair of levels that any cell has, in whatever order a scenario names its factors', () => {
    const existing = [...pairsThatExist()];
    for (const array of [cells, coveringArray(turned, { seed: 's', least: 20 })]) {
      const covered = new Set(array.flatMap(pairsOf));
      expect(existing.filter((pair) => !covered.has(pair))).toEqual([]);
    }
  });

  it('is the same for a seed, and another for another', () => {
    expect(coveringArray(scenario, { seed: 's', least: 20 })).toEqual(cells);
    expect(coveringArray(scenario, { seed: 't', least: 20 })).not.toEqual(cells);
  });
});
