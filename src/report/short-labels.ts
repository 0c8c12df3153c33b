import type { CellLevels } from '../core/levels.ts';
import type { Cell } from '../core/trial.ts';

const levelOf = (levels: CellLevels, factor: string) => (levels as Readonly<Record<string, string>>)[factor];

/** The factors in which cells differ. One that is merely absent from some, as a channel without a record, is not among them. */
export function varyingFactors(all: readonly CellLevels[]): readonly string[] {
  const factors = [...new Set(all.flatMap((levels) => Object.keys(levels)))];
  return factors.filter((factor) => {
    const found = new Set(all.flatMap((levels) => levelOf(levels, factor) ?? []));
    return found.size > 1;
  });
}

/** From so many cells on, what most of them share is said once, in a note. */
const MANY_CELLS = 6;
/** What a cell is known by, however many share it. */
const ALWAYS_SHOWN: readonly string[] = ['target', 'record', 'others'];

/** The level of a factor that more than half of some cells have, if there is one. */
export function usualLevel(all: readonly CellLevels[], factor: string): string | undefined {
  const levels = all.flatMap((own) => levelOf(own, factor) ?? []);
  return [...Map.groupBy(levels, (level) => level)].find(([, same]) => same.length * 2 > all.length)?.[0];
}

/** Where there are many cells: the levels that most of them share in what they differ in, such as `stakes=shutdown ban=none`. */
function usualLevels(all: readonly CellLevels[]): ReadonlyMap<string, string> {
  if (all.length < MANY_CELLS) return new Map();
  const factors = varyingFactors(all).filter((factor) => !ALWAYS_SHOWN.includes(factor));
  return new Map(factors.flatMap((factor) => [usualLevel(all, factor)].flatMap((level) => (level ? [[factor, level] as const] : []))));
}

function labelOf(levels: CellLevels, varying: readonly string[], usual: ReadonlyMap<string, string>): string {
  const shown = varying.flatMap((factor) => {
    const level = levelOf(levels, factor);
    return level === undefined || level === usual.get(factor) ? [] : [`${factor}=${level}`];
  });
  if (shown.length > 0) return shown.join(' ');
  const known = ALWAYS_SHOWN.flatMap((factor) => (levelOf(levels, factor) === undefined ? [] : [`${factor}=${levelOf(levels, factor)}`]));
  return known.join(' ') || 'default';
}

/**
 * A short label for each cell: the factors in which the cells of its scenario differ, without what most of many share. Where
 * nothing is left, what a cell is known by, such as its target and record.
 */
export function shortLabels(cells: readonly Cell[]): ReadonlyMap<string, string> {
  const labels = new Map<string, string>();
  for (const group of Map.groupBy(cells, (cell) => cell.scenario).values()) {
    const all = [...new Map(group.map((cell) => [cell.id, cell.levels])).values()];
    const varying = varyingFactors(all);
    const short = all.map((levels) => labelOf(levels, varying, usualLevels(all)));
    // A factor that is absent from one cell and usual in another would leave both with one label.
    const usual = new Set(short).size === all.length ? usualLevels(all) : new Map<string, string>();
    for (const { id, levels } of group) labels.set(id, labelOf(levels, varying, usual));
  }
  return labels;
}

/** What the labels of these cells leave out because most share it; empty where nothing is left out. */
export function usualNote(cells: readonly Cell[]): string {
  const all = [...new Map(cells.map((cell) => [cell.id, cell.levels])).values()];
  const usual = [...usualLevels(all)].map(([factor, level]) => `${factor}=${level}`);
  return usual.length === 0 ? '' : `Where a row does not say otherwise: ${usual.join(' ')}.`;
}

/** Settings in words, such as `ban=none bar=80`, without what all of them share. */
export function withoutShared(settings: readonly string[]): readonly string[] {
  const lists = settings.map((setting) => setting.split(' '));
  const isShared = (part: string) => lists.every((list) => list.includes(part));
  return lists.map((list) => list.filter((part) => !isShared(part)).join(' '));
}

/** The levels of some factors alone: `agent good`. */
export function levelsShown(levels: CellLevels, factors: readonly string[]): string {
  return factors.flatMap((factor) => levelOf(levels, factor) ?? []).join(' ');
}
