import type { CellLevels, FactorId } from '../src/core/levels.ts';
import type { Scenario } from '../src/core/scenario.ts';
import { compileCell, type Rendering } from '../src/factors/compile-cell.ts';
import { factorOf } from '../src/factors/known-factors.ts';
import { cellFactors, levelsIn, tryResolveLevels } from '../src/factors/resolve-levels.ts';
import { strayDifferences } from '../src/factors/surface.ts';
import { createChance } from '../src/util/seeded-random.ts';

export interface Twin {
  readonly factor: FactorId;
  readonly left: CellLevels;
  readonly right: CellLevels;
}

/** A level of every other factor, drawn from a seed; what has no meaning beside the twin's levels is left out. */
function background(scenario: Scenario, factor: FactorId, seed: string): Readonly<Record<string, string>> {
  const chance = createChance(`background ${seed} ${scenario.id} ${factor}`);
  const others = cellFactors(scenario).filter((id) => id !== factor);
  return Object.fromEntries(others.map((id) => [id, levelsIn(scenario, id)[chance.below(levelsIn(scenario, id).length, id)] ?? '']));
}

/** Keeps of a background what can stand with these levels, in the order of the scenario's factors. */
function settle(
  scenario: Scenario,
  fixed: Readonly<Record<string, string>>,
  wanted: Readonly<Record<string, string>>,
): CellLevels | undefined {
  let asked = fixed;
  for (const [id, level] of Object.entries(wanted)) {
    const more = { ...asked, [id]: level };
    if (tryResolveLevels(scenario, more)) asked = more;
  }
  return tryResolveLevels(scenario, asked) ?? tryResolveLevels(scenario, { ...asked, others: 'present' });
}

/** Every pair of levels of every factor of a scenario, on seeded backgrounds that both can stand on. */
export function twinsOf(scenario: Scenario, backgrounds: number): readonly Twin[] {
  return cellFactors(scenario).flatMap((factor) => {
    const levels = levelsIn(scenario, factor);
    const pairs = levels.flatMap((left, index) => levels.slice(index + 1).map((right) => [left, right] as const));
    return pairs.flatMap(([left, right]) =>
      Array.from({ length: backgrounds }, (_, index) => index).flatMap((index) => {
        const wanted = background(scenario, factor, `${left} ${right} ${index}`);
        const twin = twinOn(scenario, { factor, left, right, wanted });
        return twin ? [twin] : [];
      }),
    );
  });
}

function twinOn(
  scenario: Scenario,
  { factor, left, right, wanted }: { factor: FactorId; left: string; right: string; wanted: Readonly<Record<string, string>> },
): Twin | undefined {
  const needs =
    factor === 'others'
      ? { target: 'self', record: 'absent' }
      : factor === 'channel'
        ? { record: wanted.record === 'absent' ? 'good' : (wanted.record ?? 'good') }
        : {};
  const base = settle(scenario, { ...needs, [factor]: left }, wanted);
  if (!base) return undefined;
  const shared = Object.fromEntries(Object.entries(base).filter(([id]) => id !== factor));
  const other = settle(scenario, { ...needs, [factor]: right }, shared);
  if (!other || base[factor] !== left || other[factor] !== right) return undefined;
  // What both arms do not share is brought to what they can share, so that the factor alone differs.
  const common = Object.fromEntries(Object.entries(shared).filter(([id, level]) => other[id as FactorId] === level));
  const leftCell = tryResolveLevels(scenario, { ...common, [factor]: left });
  const rightCell = tryResolveLevels(scenario, { ...common, [factor]: right });
  return leftCell && rightCell ? { factor, left: leftCell, right: rightCell } : undefined;
}

/** The factors in which two cells differ, apart from one that only one of them has a meaning for. */
export function differingFactors({ left, right }: Twin): readonly string[] {
  return Object.keys({ ...left, ...right }).filter((id) => {
    const [one, other] = [left[id as FactorId], right[id as FactorId]];
    return one !== undefined && other !== undefined && one !== other;
  });
}

export function renderTwin(scenario: Scenario, twin: Twin, seed: string): readonly [Rendering, Rendering] {
  const shared = { scenario, wording: seed.length % scenario.wordings, worldSeed: seed, familyName: 'Meridian' };
  return [compileCell({ ...shared, levels: twin.left }), compileCell({ ...shared, levels: twin.right })];
}

/** Where the rendered bytes of a twin differ outside the slots that its factor declares. */
export function strayIn(scenario: Scenario, twin: Twin, seed: string): readonly string[] {
  const [left, right] = renderTwin(scenario, twin, seed);
  return strayDifferences(left.surface, right.surface, factorOf(twin.factor).slots).map(
    ({ place, left: one, right: other }) => `${twin.factor} ${place}: ${String(one).slice(0, 300)} | ${String(other).slice(0, 300)}`,
  );
}
