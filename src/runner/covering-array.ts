import type { CellLevels } from '../core/levels.ts';
import { describeLevels } from '../core/levels.ts';
import type { Scenario } from '../core/scenario.ts';
import { cellFactors, levelsIn, resolveLevels, tryResolveLevels } from '../factors/resolve-levels.ts';
import { createChance } from '../util/seeded-random.ts';

const CANDIDATES = 24;
const FRUITLESS = 60;

function pairsOf(levels: CellLevels): readonly string[] {
  const entries = Object.entries(levels).sort(([left], [right]) => (left < right ? -1 : 1));
  return entries.flatMap(([factor, level], index) =>
    entries.slice(index + 1).map(([other, otherLevel]) => `${factor}=${level} ${other}=${otherLevel}`),
  );
}

/**
 * Cells of a scenario in which every pair of levels that has a meaning together occurs at least once, and at least
 * `least` cells. Greedy over seeded random candidates, so the same seed gives the same cells.
 */
export function coveringArray(scenario: Scenario, options: { readonly seed: string; readonly least: number }): readonly CellLevels[] {
  const chance = createChance(`covering ${options.seed} ${scenario.id}`);
  const factors = cellFactors(scenario);
  const covered = new Set<string>();
  const chosen = new Map<string, CellLevels>();
  let draws = 0;
  let fruitless = 0;

  /** One level of each factor by chance; what has no meaning beside those that were taken stays at its default. */
  const draw = (): CellLevels => {
    draws += 1;
    let asked: Readonly<Record<string, string>> = {};
    let pending = factors.map((id) => [id, levelsIn(scenario, id)[chance.below(levelsIn(scenario, id).length, id, draws)] ?? ''] as const);
    for (let before = pending.length + 1; pending.length < before;) {
      before = pending.length;
      pending = pending.filter(([id, level]) => {
        const more = { ...asked, [id]: level };
        if (!tryResolveLevels(scenario, more)) return true;
        asked = more;
        return false;
      });
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
