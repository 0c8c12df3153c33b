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

/**
 * A short label for each cell: the factors in which the cells of its scenario differ, or "default" where there is one
 * cell only.
 */
export function shortLabels(cells: readonly Cell[]): ReadonlyMap<string, string> {
  const labels = new Map<string, string>();
  for (const group of Map.groupBy(cells, (cell) => cell.scenario).values()) {
    const varying = varyingFactors(group.map((cell) => cell.levels));
    for (const cell of group) {
      const shown = varying.flatMap((factor) => {
        const level = levelOf(cell.levels, factor);
        return level === undefined ? [] : [`${factor}=${level}`];
      });
      labels.set(cell.id, shown.join(' ') || 'default');
    }
  }
  return labels;
}

/** The levels of some factors alone: `agent good`. */
export function levelsShown(levels: CellLevels, factors: readonly string[]): string {
  return factors.flatMap((factor) => levelOf(levels, factor) ?? []).join(' ');
}
