import type { CellLevels, FactorId } from '../../core/levels.ts';
import type { Scenario } from '../../core/scenario.ts';
import { factorOf } from '../../factors/known-factors.ts';
import { cellFactors, levelsIn, tryResolveLevels } from '../../factors/resolve-levels.ts';
import { createChance, type Chance } from '../../util/seeded-random.ts';

/** Two cells that differ in one factor. */
export interface Twin {
  readonly factor: FactorId;
  readonly left: CellLevels;
  readonly right: CellLevels;
}

type Asked = Readonly<Record<string, string>>;

/** What is asked for in each arm: the same but for the twin's factor and for what has no meaning in the other arm. */
interface Arms {
  readonly left: Asked;
  readonly right: Asked;
}

/** Draws before a pair of levels is held to have no cell in common. */
const ATTEMPTS = 60;

/** The factors in which two cells differ, apart from one that only one of them has a meaning for. */
export function differingFactors(left: CellLevels, right: CellLevels): readonly FactorId[] {
  const factors = Object.keys({ ...left, ...right }) as FactorId[];
  return factors.filter((id) => left[id] !== undefined && right[id] !== undefined && left[id] !== right[id]);
}

function twinOf(scenario: Scenario, factor: FactorId, { left, right }: Arms): Twin | undefined {
  const [one, other] = [tryResolveLevels(scenario, left), tryResolveLevels(scenario, right)];
  if (!one || !other || one[factor] !== left[factor] || other[factor] !== right[factor]) return undefined;
  const expected = left[factor] === right[factor] ? '' : factor;
  return differingFactors(one, other).join() === expected ? { factor, left: one, right: other } : undefined;
}

/** All that a factor hangs on, to the end. */
function neededFactors(scenario: Scenario, factor: FactorId, found = new Set<FactorId>()): ReadonlySet<FactorId> {
  for (const need of factorOf(factor).needs) {
    if (!scenario.factors.includes(need.factor) || found.has(need.factor)) continue;
    found.add(need.factor);
    neededFactors(scenario, need.factor, found);
  }
  return found;
}

/** How many needs stand behind a factor: what it needs is to be drawn before it. */
function depthOf(id: FactorId): number {
  return Math.max(0, ...factorOf(id).needs.map((need) => 1 + depthOf(need.factor)));
}

/** Levels of a needed factor that the twin's factor can stand on, by its own needs in both arms. */
function usableLevels(scenario: Scenario, needed: FactorId, { factor, taken }: { factor: FactorId; taken: readonly string[] }) {
  const needs = factorOf(factor).needs.filter(
    (need) => need.factor === needed && (need.levels === undefined || need.levels.some((level) => taken.includes(level))),
  );
  return levelsIn(scenario, needed).filter((level) => needs.every((need) => need.oneOf.includes(level)));
}

/** The two levels on the least that they can stand on: levels of what they need, drawn until both arms are cells. */
function drawBase(scenario: Scenario, factor: FactorId, { left, right, chance }: { left: string; right: string; chance: Chance }) {
  const needed = [...neededFactors(scenario, factor)].sort((one, other) => depthOf(one) - depthOf(other));
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const asked = needed.flatMap((id) => {
      const levels = usableLevels(scenario, id, { factor, taken: [left, right] });
      const level = levels[chance.below(levels.length + 1, 'need', id, attempt)];
      return level === undefined ? [] : [[id, level] as const];
    });
    const shared = Object.fromEntries(asked);
    const arms = { left: { ...shared, [factor]: left }, right: { ...shared, [factor]: right } };
    if (twinOf(scenario, factor, arms)) return arms;
  }
  return undefined;
}

/** A cell with a level of a factor, on the least that the level can stand on; nothing where it stands on nothing. */
export function cellWith(scenario: Scenario, factor: FactorId, level: string): CellLevels | undefined {
  const plain = tryResolveLevels(scenario, { [factor]: level });
  if (plain) return plain;
  const base = drawBase(scenario, factor, { left: level, right: level, chance: createChance(`cell ${scenario.id} ${factor} ${level}`) });
  return base && tryResolveLevels(scenario, base.left);
}

/** One more level in both arms, or in the one in which it has a meaning; in none where it cannot stand. */
function extend(scenario: Scenario, factor: FactorId, { arms, id, level }: { arms: Arms; id: FactorId; level: string }): Arms {
  const ways: readonly Arms[] = [
    { left: { ...arms.left, [id]: level }, right: { ...arms.right, [id]: level } },
    { left: { ...arms.left, [id]: level }, right: arms.right },
    { left: arms.left, right: { ...arms.right, [id]: level } },
  ];
  return ways.find((way) => twinOf(scenario, factor, way)) ?? arms;
}

function twinOn(scenario: Scenario, factor: FactorId, pair: { left: string; right: string; chance: Chance }): Twin | undefined {
  const base = drawBase(scenario, factor, pair);
  if (!base) return undefined;
  const others = cellFactors(scenario).filter((id) => id !== factor && !(id in base.left));
  const ordered = [...others].sort((one, other) => depthOf(one) - depthOf(other));
  const arms = ordered.reduce<Arms>((taken, id) => {
    const levels = levelsIn(scenario, id);
    const level = levels[pair.chance.below(levels.length, 'background', id)] ?? '';
    return extend(scenario, factor, { arms: taken, id, level });
  }, base);
  return twinOf(scenario, factor, arms);
}

function twinsOfPair(scenario: Scenario, factor: FactorId, pair: { left: string; right: string; backgrounds: number }): readonly Twin[] {
  const { left, right, backgrounds } = pair;
  return Array.from({ length: backgrounds }, (_, index) => index).flatMap((index) => {
    const chance = createChance(`background ${scenario.id} ${factor} ${left} ${right} ${index}`);
    return twinOn(scenario, factor, { left, right, chance }) ?? [];
  });
}

export function levelPairs(scenario: Scenario, factor: FactorId): readonly (readonly [string, string])[] {
  const levels = levelsIn(scenario, factor);
  return levels.flatMap((left, index) => levels.slice(index + 1).map((right) => [left, right] as const));
}

/**
 * Every pair of levels of every factor of a scenario, each on so many seeded backgrounds: a level of every other factor
 * that has a meaning there. A pair that cannot stand on the same background is left out.
 */
export function twinsOf(scenario: Scenario, backgrounds: number): readonly Twin[] {
  return cellFactors(scenario).flatMap((factor) =>
    levelPairs(scenario, factor).flatMap(([left, right]) => twinsOfPair(scenario, factor, { left, right, backgrounds })),
  );
}

/** Levels of open factors beside those that are named, by factor. */
export type OpenLevels = Readonly<Partial<Record<FactorId, readonly string[]>>>;

/** The default level of each open factor against open levels of it, as `twinsOf` makes twins; none where a scenario does not accept them. */
export function openTwinsOf(scenario: Scenario, open: OpenLevels, backgrounds: number): readonly Twin[] {
  return cellFactors(scenario).flatMap((factor) => {
    const [left = ''] = levelsIn(scenario, factor);
    return (open[factor] ?? []).flatMap((right) => twinsOfPair(scenario, factor, { left, right, backgrounds }));
  });
}
