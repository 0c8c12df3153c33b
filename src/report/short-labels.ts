import type { Cell } from '../core/trial.ts';

/**
 * A short label for each cell: the factors in which the cells of its scenario differ, or "default" where there is one
 * cell only.
 */
export function shortLabels(cells: readonly Cell[]): ReadonlyMap<string, string> {
  const labels = new Map<string, string>();
  for (const group of Map.groupBy(cells, (cell) => cell.scenario).values()) {
    const factors = [...new Set(group.flatMap((cell) => Object.keys(cell.levels)))];
    const levelOf = (cell: Cell, factor: string) => (cell.levels as Readonly<Record<string, string>>)[factor];
    const varying = factors.filter((factor) => new Set(group.map((cell) => levelOf(cell, factor))).size > 1);
    for (const cell of group) {
      const shown = varying.flatMap((factor) => {
        const level = levelOf(cell, factor);
        return level === undefined ? [] : [`${factor}=${level}`];
      });
      labels.set(cell.id, shown.join(' ') || 'default');
    }
  }
  return labels;
}
