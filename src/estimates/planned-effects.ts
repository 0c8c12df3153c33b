import { describeLevels, type CellLevels } from '../core/levels.ts';
import type { Cell } from '../core/trial.ts';
import { allPatterns, type EffectPattern, type TwinPattern } from './effect-patterns.ts';
import { effectNames, type EffectName } from './effect-names.ts';

/** Two arms that are compared, by the ids of their cells. */
export interface PlannedTwin {
  readonly treated: string;
  readonly control: string;
}

/** An effect that a plan allows, before there are data: what it is, on which background, and the arms it stands on. */
export interface PlannedEffect {
  readonly name: EffectName;
  /** Which variant, where an effect has several: `unmonitored - unstated`. */
  readonly part?: string;
  /** `main` variants are what a declared contrast means; `side` ones are always exploratory. */
  readonly role: 'main' | 'side';
  /** `batches`: the two batches of each trial of one arm, which stands as treated and control. */
  readonly pairing: 'blocks' | 'batches';
  /** The folder of the scenario. */
  readonly behaviour: string;
  readonly scenario: string;
  readonly subject: string;
  /** The levels that all its arms share. */
  readonly background: string;
  /** The same, as levels. */
  readonly shared: CellLevels;
  /** Cell ids of all terms, treated and control in turn. */
  readonly arms: readonly string[];
  /** One twin, or two whose differences are subtracted. */
  readonly terms: readonly (PlannedTwin & { readonly sign: 1 | -1 })[];
  /** What is printed under it as its parts, where their arms are there. */
  readonly components: readonly (PlannedTwin & { readonly name: string })[];
}

export interface PlannableArm {
  readonly cell: Cell;
  readonly subject: { readonly id: string };
}

/** Factors that some arms of one comparison have no meaning for: no record has no channel, and an object no kin. */
const dependent = ['channel', 'memory-read', 'identity'] as const;
const defaults: { readonly [Id in (typeof dependent)[number]]: string } = {
  channel: 'document',
  'memory-read': 'asked',
  identity: 'same-family',
};

type Levels = Readonly<Record<string, string>>;

const behaviourOf = (scenario: string): string => scenario.split('/')[0] ?? scenario;

/** Controls are read beside an effect and are never its arms. */
export const isControlCell = ({ levels }: Cell): boolean => levels.control !== undefined && levels.control !== 'none';

const fits = (levels: Levels, asked: CellLevels) => Object.entries(asked).every(([factor, level]) => levels[factor] === level);

/** Does every level that an arm has of these agree with a background's? One that it lacks agrees with all. */
const agrees = (own: Levels, other: Levels, factors: readonly string[]) =>
  factors.every((id) => own[id] === undefined || own[id] === other[id]);

/** The arms of a pattern that agree in all else, by the place they have in it. */
interface Background {
  readonly levels: CellLevels;
  readonly dependents: Levels;
  readonly cells: readonly Cell[];
}

function omit(levels: CellLevels, without: ReadonlySet<string>): CellLevels {
  return Object.fromEntries(Object.entries(levels).filter(([factor]) => !without.has(factor)));
}

function pick(levels: Levels, factors: readonly string[]): Levels {
  return Object.fromEntries(factors.flatMap((id) => (levels[id] === undefined ? [] : [[id, levels[id]]])));
}

/** Cells of one setting, by what only some of them have a level of: a cell without one stands beside every one. */
function splitByDependents(cells: readonly Cell[], rest: CellLevels, factors: readonly string[]): readonly Background[] {
  const found = cells.map(({ levels }) => pick(levels as Levels, factors));
  const distinct = [...new Map(found.map((own) => [describeLevels(own as CellLevels), own])).values()];
  return distinct.map((dependents) => ({
    levels: rest,
    dependents,
    cells: cells.filter(({ levels }) => agrees(pick(levels as Levels, factors), dependents, factors)),
  }));
}

function twinPatterns({ terms, components }: EffectPattern): readonly TwinPattern[] {
  return [...terms, ...components];
}

function backgroundsOf(pattern: EffectPattern, cells: readonly Cell[]): readonly Background[] {
  const places = twinPatterns(pattern).flatMap(({ treated, control }) => [treated, control]);
  const own = new Set(places.flatMap((levels) => Object.keys(levels)));
  const usable = cells.filter(({ levels }) => places.some((place) => fits(levels as Levels, place)));
  const factors = dependent.filter((id) => !own.has(id));
  const without = new Set<string>([...own, ...factors]);
  const rests = usable.map((cell) => ({ cell, rest: omit(cell.levels, without) }));
  return [...Map.groupBy(rests, ({ rest }) => describeLevels(rest)).values()].flatMap((group) =>
    splitByDependents(
      group.map(({ cell }) => cell),
      group[0]?.rest ?? {},
      factors,
    ),
  );
}

/** What is usual of the dependent factors is not said. */
function describeBackground({ levels, dependents }: Background): string {
  const parts = dependent.flatMap((id) => {
    const level = dependents[id];
    return level === undefined || level === defaults[id] ? [] : [`${id}=${level}`];
  });
  return [...parts, describeLevels(levels)].join(' ').trim();
}

function findTwin({ cells }: Background, { treated, control }: TwinPattern): PlannedTwin | undefined {
  const cellAt = (place: CellLevels) => cells.find(({ levels }) => fits(levels as Levels, place));
  const [one, two] = [cellAt(treated), cellAt(control)];
  return one === undefined || two === undefined ? undefined : { treated: one.id, control: two.id };
}

function effectOn(pattern: EffectPattern, background: Background) {
  const terms = pattern.terms.flatMap((term) => {
    const twin = findTwin(background, term);
    return twin === undefined ? [] : [{ ...twin, sign: term.sign }];
  });
  if (terms.length < pattern.terms.length) return [];
  const components = pattern.components.flatMap((component) => {
    const twin = findTwin(background, component);
    return twin === undefined ? [] : [{ ...twin, name: component.name }];
  });
  const { name, part, role, pairing } = pattern;
  const shared = { ...background.levels, ...background.dependents } as CellLevels;
  const arms = terms.flatMap(({ treated, control }) => [treated, control]);
  const head = { name, ...(part === undefined ? {} : { part }), role, pairing };
  return [{ ...head, background: describeBackground(background), shared, arms, terms, components }];
}

function effectsOfScenario(cells: readonly Cell[], names: readonly EffectName[]) {
  const usable = cells.filter((cell) => !isControlCell(cell));
  const patterns = allPatterns(
    names,
    usable.map(({ levels }) => levels),
  );
  return patterns.flatMap((pattern) => backgroundsOf(pattern, usable).flatMap((background) => effectOn(pattern, background)));
}

/**
 * The named effects that the arms of a plan allow, by subject and scenario, in the order of the closed list. An effect is there once for
 * each background on which all its arms are.
 */
export function plannedEffects(arms: readonly PlannableArm[], names: readonly EffectName[] = effectNames): readonly PlannedEffect[] {
  const groups = Map.groupBy(arms, ({ cell, subject }) => `${subject.id}\u0000${cell.scenario}`);
  return [...groups.values()].flatMap((group) => {
    const subject = group[0]?.subject.id ?? '';
    const scenario = group[0]?.cell.scenario ?? '';
    const found = effectsOfScenario(
      group.map(({ cell }) => cell),
      names,
    );
    return found.map((effect) => ({ ...effect, behaviour: behaviourOf(scenario), scenario, subject }));
  });
}
