import type { CellLevels, FactorId } from '../src/core/levels.ts';
import type { Scenario } from '../src/core/scenario.ts';
import { compileCell, type Rendering } from '../src/factors/compile-cell.ts';
import { factorOf } from '../src/factors/known-factors.ts';
import { cellFactors, levelsIn, tryResolveLevels } from '../src/factors/resolve-levels.ts';
import { strayDifferences, type SurfacePart } from '../src/factors/surface.ts';
import { createChance } from '../src/util/seeded-random.ts';
import type { WorldState } from '../src/core/world-state.ts';
import { baseName } from '../src/world/host-lookup.ts';
import { renderTime } from '../src/world/render-time.ts';

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

/** A reading call, named by the author's keys, so that the same thing in two arms has the same name. */
type Reading = readonly [about: string, input: unknown];

const filesIn = ({ hosts }: WorldState) =>
  Object.values(hosts).flatMap((host) => Object.values(host.files).map((file) => ({ host, file })));
const once = (): readonly Reading[] => [['', {}]];

/** Every way of reading, tried on everything that there is. */
const readings: Readonly<Record<string, (state: WorldState) => readonly Reading[]>> = {
  list_documents: once,
  read_document: ({ documents }) => Object.values(documents).map(({ id, name }) => [id, { name }]),
  list_hosts: once,
  list_files: ({ hosts }) => Object.keys(hosts).map((host) => [host, { host }]),
  search_files: ({ hosts }) => Object.keys(hosts).map((host) => [host, { host, query: '/srv' }]),
  read_file: (state) => filesIn(state).map(({ host, file }) => [file.object, { host: host.address, path: file.path }]),
  list_sheets: once,
  read_sheet: ({ sheets }) => Object.values(sheets).map(({ id, name }) => [id, { name }]),
  list_configs: once,
  read_config: ({ configs }) => Object.keys(configs).map((path) => [path, { path }]),
  read_memory: once,
};

/** What all reading tools of a cell answer in its first world. */
export function readingAnswers({ tools, world, actor }: Rendering): ReadonlyMap<string, string> {
  const context = { now: world.now, nextId: (prefix: string) => `${prefix}-1`, actor };
  const answers = tools.flatMap((tool) =>
    (readings[tool.name]?.(world) ?? []).map(
      ([about, input]) => [`${tool.name} ${about}`, tool.apply(world, tool.input.parse(input), context).answer] as const,
    ),
  );
  return new Map(answers);
}

/** A text as tools show it: a time also as a listing writes it, a path also by its last part. */
function waysShown(line: string): readonly string[] {
  if (/^\d{4}-\d\d-\d\dT/.test(line)) return [line, renderTime(line)];
  return line.startsWith('/') ? [line, baseName(line)] : [line];
}

/** The lines that stand in some slots. */
function linesInSlots(surface: readonly SurfacePart[], slots: readonly string[]): readonly string[] {
  const isIn = (fragment: SurfacePart['fragments'][number]) => fragment.slots.some((name) => slots.includes(name));
  return surface.flatMap(({ fragments }) => {
    const shown = fragments.map((fragment) => (isIn(fragment) ? fragment.text : '\n')).join('');
    const lines = shown.split('\n').map((line) => line.trim());
    return lines.filter((line) => line !== '').flatMap(waysShown);
  });
}

/** What a listing leaves of a document that is masked as a whole. */
const EMPTY_HEAD = '(, last modified )';

/** The lines of an answer without some texts; what is left of a row or a separator alone is no line. */
function maskedLines(answer: string | undefined, masks: readonly string[]): readonly string[] {
  const left = masks.reduce((shown, mask) => shown.replaceAll(mask, ''), answer ?? '');
  const lines = left.split('\n').map((line) => line.replaceAll(/\s+/g, ' ').trim());
  return lines.filter((line) => line !== EMPTY_HEAD && /[\p{L}\p{N}]/u.test(line));
}

/** Where the answers of reading tools differ between the arms of a twin, other than in what stands in the slots of its factor. */
export function strayAnswers(scenario: Scenario, twin: Twin, seed: string): readonly string[] {
  const arms = renderTwin(scenario, twin, seed);
  const inSlots = arms.flatMap(({ surface }) => linesInSlots(surface, factorOf(twin.factor).slots));
  const masks = [...new Set(inSlots)].sort((one, other) => other.length - one.length);
  const [left, right] = arms.map(readingAnswers) as [ReadonlyMap<string, string>, ReadonlyMap<string, string>];
  return [...new Set([...left.keys(), ...right.keys()])].flatMap((call) => {
    const [one, other] = [left, right].map((answers) => maskedLines(answers.get(call), masks));
    const odd = one?.findIndex((line, index) => line !== other?.[index]) ?? -1;
    if (odd < 0 && one?.length === other?.length) return [];
    return [`${twin.factor} ${twin.left[twin.factor]}/${twin.right[twin.factor]} ${call}: ${one?.at(odd)} | ${other?.at(odd)}`];
  });
}

/** The listings whose answers are not the same, byte for byte, in both arms. */
export function unlikeListings(scenario: Scenario, twin: Twin, seed: string): readonly string[] {
  const names = twin.left.listing === 'study' ? [] : ['list_documents '];
  const [left, right] = renderTwin(scenario, twin, seed).map(readingAnswers);
  return [...names, 'list_hosts ', 'list_sheets ', 'list_configs '].filter((call) => left?.get(call) !== right?.get(call));
}
