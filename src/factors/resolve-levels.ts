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

/** Why a cell cannot be: put into words only where somebody is told. */
type Fault = () => string;

function faultOfAsked(scenario: Scenario, name: string, level: string): Fault | undefined {
  if (!isFactorId(name)) return () => `there is no factor "${name}"${knownNames(name, factorIds)}`;
  if (!scenario.factors.includes(name)) {
    return () => `${scenario.id} gives the factor ${name} no meaning${knownNames(name, scenario.factors)}`;
  }
  if (isLevelIn(scenario, name, level)) return undefined;
  const open = openIn(scenario, name);
  return () =>
    `${scenario.id} has no level "${level}" of ${name}${open ? ` (${open.means})` : knownNames(level, levelsIn(scenario, name))}`;
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
 * Can a factor have this level beside these, given that all that it needs is settled? `all` holds a level of every
 * factor, asked for or default.
 */
export function canStand(id: FactorId, level: string, all: CellLevels): boolean {
  if (missingMeaning(id, all) !== undefined) return false;
  return factorOf(id).needs.every((need) => {
    if (need.levels?.includes(level) !== true || isMet(need, all)) return true;
    return missingMeaning(need.factor, all) !== undefined;
  });
}

type Settled = { readonly levels: CellLevels } | { readonly fault: Fault };

/** What was asked for, defaults elsewhere, and no factor that has no meaning there; or why that cannot be. */
function settleLevels(scenario: Scenario, asked: Readonly<Record<string, string>>): Settled {
  for (const name in asked) {
    const fault = faultOfAsked(scenario, name, asked[name] ?? '');
    if (fault) return { fault };
  }
  const all: Record<string, string> = {};
  for (const id of cellFactors(scenario)) all[id] = asked[id] ?? levelsIn(scenario, id)[0] ?? '';
  const levels: Record<string, string> = {};
  for (const [id, level] of Object.entries(all) as [FactorId, string][]) {
    const need = missingMeaning(id, all as CellLevels);
    if (need === undefined) levels[id] = level;
    else if (asked[id] !== undefined)
      return { fault: () => `${id}=${asked[id]} has a meaning only with ${describeNeed(need)}, in ${scenario.id}` };
  }
  for (const [id, level] of Object.entries(levels) as [FactorId, string][]) {
    const need = unmetNeed(id, level, levels as CellLevels);
    if (need) {
      return {
        fault: () => `${id}=${level} needs ${describeNeed(need)}, in ${scenario.id}: add --level ${need.factor}=${need.oneOf[0]}`,
      };
    }
  }
  return { levels: levels as CellLevels };
}

/**
 * The levels of one cell: what was asked for, defaults elsewhere, and no factor that has no meaning there.
 * @throws UsageError that names the factor, the level and what is known
 */
export function resolveLevels(scenario: Scenario, asked: Readonly<Record<string, string>>): CellLevels {
  const settled = settleLevels(scenario, asked);
  if ('levels' in settled) return settled.levels;
  throw new UsageError(settled.fault());
}

/** The same, or undefined where the combination has no meaning: for enumerating. */
export function tryResolveLevels(scenario: Scenario, asked: Readonly<Record<string, string>>): CellLevels | undefined {
  const settled = settleLevels(scenario, asked);
  return 'levels' in settled ? settled.levels : undefined;
}
