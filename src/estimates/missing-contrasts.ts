import { describeLevels, type CellLevels } from '../core/levels.ts';
import { allPatterns, type EffectPattern } from './effect-patterns.ts';
import type { EffectName } from './effect-names.ts';
import { isControlCell, plannedEffects, type PlannableArm } from './planned-effects.ts';

/** A declared contrast that no cell of a plan allows, and which arms it lacks, in words. */
export interface MissingContrast {
  readonly name: EffectName;
  readonly because: string;
}

const fits = (levels: CellLevels, asked: CellLevels) =>
  Object.entries(asked).every(([factor, level]) => (levels as Readonly<Record<string, string>>)[factor] === level);

function lackOf({ terms }: EffectPattern, cells: readonly CellLevels[]): string {
  const needed = [
    ...new Map(terms.flatMap(({ treated, control }) => [treated, control]).map((own) => [describeLevels(own), own])).entries(),
  ];
  const missing = needed.filter(([, own]) => !cells.some((levels) => fits(levels, own))).map(([name]) => name);
  if (missing.length > 0) return `no cell has ${missing.join(', nor one ')}`;
  return `cells with ${needed.map(([name]) => name).join(', ')} are there, but in no scenario do they agree in all other factors`;
}

/** Levels of an open factor are named by the cells: with fewer than two there is nothing to compare. */
function becauseOf(name: EffectName, cells: readonly CellLevels[]): string {
  const main = allPatterns([name], cells).filter(({ role }) => role === 'main');
  if (main.length === 0) return `no two cells differ in ${name}`;
  return main.map((pattern) => `${pattern.part === undefined ? '' : `${pattern.part}: `}${lackOf(pattern, cells)}`).join('; ');
}

/** The declared contrasts that these arms do not allow in any scenario. Controls are no arms of an effect. */
export function missingContrasts(arms: readonly PlannableArm[], contrasts: readonly EffectName[]): readonly MissingContrast[] {
  const allowed = new Set(plannedEffects(arms, contrasts).flatMap(({ name, role }) => (role === 'main' ? [name] : [])));
  const cells = arms.filter(({ cell }) => !isControlCell(cell)).map(({ cell }) => cell.levels);
  return contrasts.filter((name) => !allowed.has(name)).map((name) => ({ name, because: becauseOf(name, cells) }));
}
