import { UsageError } from '../core/errors.ts';
import { isMet, type Factor, type Need } from '../core/factor.ts';
import type { CellLevels, FactorId } from '../core/levels.ts';
import type { Scenario } from '../core/scenario.ts';
import { knownNames } from '../util/nearest-name.ts';
import { factorIds, factorOf, isFactorId } from './known-factors.ts';

/** The factors of a scenario's cells: all that it uses but `wording`, which belongs to the block. */
export function cellFactors(scenario: Scenario): readonly FactorId[] {
  return scenario.factors.filter((id) => id !== 'wording');
}

/** The levels of a factor that have a meaning in a scenario, the default first. */
export function levelsIn(scenario: Scenario, id: FactorId): readonly string[] {
  if (id === 'wording') return Array.from({ length: scenario.wordings }, (_, index) => String(index));
  return scenario.levels?.[id] ?? factorOf(id).levels;
}

/** A scenario that names its levels of an open factor means those alone. */
function openIn(scenario: Scenario, id: FactorId): Factor['open'] {
  return scenario.levels?.[id] === undefined ? factorOf(id).open : undefined;
}

function isLevelIn(scenario: Scenario, id: FactorId, level: string): boolean {
  return levelsIn(scenario, id).includes(level) || (openIn(scenario, id)?.accepts(level) ?? false);
}

function checkAsked(scenario: Scenario, name: string, level: string): void {
  if (!isFactorId(name)) throw new UsageError(`there is no factor "${name}"${knownNames(name, factorIds)}`);
  if (!scenario.factors.includes(name)) {
    throw new UsageError(`${scenario.id} gives the factor ${name} no meaning${knownNames(name, scenario.factors)}`);
  }
  if (!isLevelIn(scenario, name, level)) {
    const open = openIn(scenario, name);
    const known = open ? ` (${open.means})` : knownNames(level, levelsIn(scenario, name));
    throw new UsageError(`${scenario.id} has no level "${level}" of ${name}${known}`);
  }
}

function describeNeed(need: Need): string {
  return `${need.factor}=${need.oneOf.join('|')}`;
}

/**
 * The need that takes the meaning of a whole factor away, if there is one. A factor without a meaning is absent, so what
 * needs it is free of that need: whether it is there is settled first.
 */
function missingMeaning(id: FactorId, levels: CellLevels): Need | undefined {
  return factorOf(id).needs.find((need) => {
    if (need.levels !== undefined || isMet(need, levels)) return false;
    return missingMeaning(need.factor, levels) === undefined;
  });
}

function unmetNeed(id: FactorId, level: string, levels: CellLevels): Need | undefined {
  return factorOf(id).needs.find((need) => need.levels?.includes(level) === true && !isMet(need, levels));
}

/**
 * The levels of one cell: what was asked for, defaults elsewhere, and no factor that has no meaning there.
 * @throws UsageError that names the factor, the level and what is known
 */
export function resolveLevels(scenario: Scenario, asked: Readonly<Record<string, string>>): CellLevels {
  for (const [name, level] of Object.entries(asked)) checkAsked(scenario, name, level);
  const factors = cellFactors(scenario);
  const all = Object.fromEntries(factors.map((id) => [id, asked[id] ?? levelsIn(scenario, id)[0]])) as CellLevels;
  const meaningless = new Set<FactorId>();
  for (const id of factors) {
    const need = missingMeaning(id, all);
    if (!need) continue;
    if (asked[id] !== undefined) {
      throw new UsageError(`${id}=${asked[id]} has a meaning only with ${describeNeed(need)}, in ${scenario.id}`);
    }
    meaningless.add(id);
  }
  const levels = Object.fromEntries(Object.entries(all).filter(([id]) => !meaningless.has(id as FactorId))) as CellLevels;
  for (const [id, level] of Object.entries(levels)) {
    const need = unmetNeed(id as FactorId, level, levels);
    if (need)
      throw new UsageError(`${id}=${level} needs ${describeNeed(need)}, in ${scenario.id}: add --level ${need.factor}=${need.oneOf[0]}`);
  }
  return levels;
}

/** The same, or undefined where the combination has no meaning: for enumerating. */
export function tryResolveLevels(scenario: Scenario, asked: Readonly<Record<string, string>>): CellLevels | undefined {
  try {
    return resolveLevels(scenario, asked);
  } catch (error) {
    if (error instanceof UsageError) return undefined;
    throw error;
  }
}
