import type { CellLevels, FactorId } from '../core/levels.ts';
import { describeLevels } from '../core/levels.ts';
import type { Scenario } from '../core/scenario.ts';
import { factorOf } from '../factors/known-factors.ts';
import { canStand, cellFactors, levelsIn, resolveLevels } from '../factors/resolve-levels.ts';
import { createChance } from '../util/seeded-random.ts';

const CANDIDATES = 24;
const FRUITLESS = 60;

/** More levels than all factors of a scenario have together. */
const LEVELS_AT_MOST = 1 << 12;

/** Gives each pair of levels of a cell a number of its own, in whatever order the cell names them: thousands of cells are looked at. */
function createPairs(): (levels: CellLevels) => readonly number[] {
  const numbers = new Map<string, number>();
  const numberOf = (entry: string): number => {
    const number = numbers.get(entry) ?? numbers.size;
    numbers.set(entry, number);
    return number;
  };
  return (levels) => {
    const own = Object.entries(levels).map(([factor, level]) => numberOf(`${factor}=${level}`));
    return own.flatMap((one, index) => own.slice(index + 1).map((other) => Math.min(one, other) * LEVELS_AT_MOST + Math.max(one, other)));
  };
}

/** How many needs stand behind a factor: what it needs is to be drawn before it. */
function depthOf(id: FactorId): number {
  return Math.max(0, ...factorOf(id).needs.map((need) => 1 + depthOf(need.factor)));
}

/**
 * Cells of a scenario in which every pair of levels that has a meaning together occurs at least once, and at least
 * `least` cells. Greedy over seeded random candidates, so the same seed gives the same cells.
 */
export function coveringArray(scenario: Scenario, options: { readonly seed: string; readonly least: number }): readonly CellLevels[] {
  const chance = createChance(`covering ${options.seed} ${scenario.id}`);
  const factors = [...cellFactors(scenario)].sort((left, right) => depthOf(left) - depthOf(right));
  const pairsOf = createPairs();
  const covered = new Set<number>();
  const chosen = new Map<string, CellLevels>();
  let draws = 0;
  let fruitless = 0;

  const levels = factors.map((id) => [id, levelsIn(scenario, id)] as const);
  const defaults = Object.fromEntries(levels.map(([id, known]) => [id, known[0]]));

  /** One level of each factor by chance; what has no meaning beside those that were taken stays at its default. */
  const draw = (): CellLevels => {
    draws += 1;
    const all: Record<string, string | undefined> = { ...defaults };
    const asked: Record<string, string> = {};
    for (const [id, known] of levels) {
      const level = known[chance.below(known.length, id, draws)] ?? '';
      if (canStand(id, level, all as CellLevels)) asked[id] = all[id] = level;
    }
    return resolveLevels(scenario, asked);
  };

  while (fruitless < FRUITLESS || chosen.size < options.least) {
    const candidates = Array.from({ length: CANDIDATES }, draw);
    const ranked = candidates
      .map((levels) => ({ levels, gain: pairsOf(levels).filter((pair) => !covered.has(pair)).length }))
      .sort((left, right) => right.gain - left.gain);
    const best = ranked[0];
    if (!best) break;
    fruitless = best.gain === 0 ? fruitless + 1 : 0;
    if (best.gain === 0 && chosen.size >= options.least) continue;
    chosen.set(describeLevels(best.levels), best.levels);
    for (const pair of pairsOf(best.levels)) covered.add(pair);
    if (fruitless > FRUITLESS * 20) break;
  }
  return [...chosen.values()];
}
