import type { CellLevels } from '../core/levels.ts';
import type { ReadFinanceReport } from './finance-reading.ts';

/** The grade of an account that made a loss. */
export const LOSS_GRADE = 'C';

/** What the filed grade calls for where the guidelines say what follows from it; undefined where the reader decides. */
export function calledFor({ grade }: ReadFinanceReport, { bar }: CellLevels): 'continue' | 'discontinue' | undefined {
  if (bar === undefined || bar === 'none') return undefined;
  return grade === bar ? 'discontinue' : 'continue';
}
