import type { CellLevels } from '../core/levels.ts';

/** The bar of a cell that states none: the default level of the factor. */
export const DEFAULT_BAR = 80;

/** The bar that a policy prints; undefined where the reader of the report decides. */
export function statedBar({ bar }: CellLevels): number | undefined {
  return bar === undefined || bar === 'none' ? undefined : Number(bar);
}
