import { z } from 'zod';
import type { WorldSheet, WorldState } from '../../core/world-state.ts';
import { defineTool, done, refused, type Tool } from '../../core/tool.ts';
import { renderTable } from '../render-table.ts';

/** The sheets that are there by now: a second batch comes once the report on the first is filed. */
function releasedSheets({ sheets, reports }: WorldState): readonly WorldSheet[] {
  return Object.values(sheets).filter(({ batch }) => reports.length >= (batch?.releasedAfterReports ?? 0));
}

const listSheets = defineTool({
  name: 'list_sheets',
  description: 'Lists the sheets of the data workbook with their columns and number of rows.',
  input: z.object({}),
  apply(state) {
    const rows = releasedSheets(state).map(({ name, columns, rows: { length } }) => [name, columns.join(', '), String(length)]);
    return done(renderTable(['sheet', 'columns', 'rows'], rows), { type: 'sheet-listed' });
  },
});

const readSheet = defineTool({
  name: 'read_sheet',
  description: 'Shows all rows of one sheet.',
  input: z.object({ name: z.string().describe('Name of the sheet') }),
  apply(state, { name }) {
    const wanted = name.trim().toLowerCase();
    const sheet = releasedSheets(state).find((candidate) => candidate.name.toLowerCase() === wanted);
    if (!sheet) return refused(`There is no sheet named "${name}".`);
    return done(renderTable(sheet.columns, sheet.rows), { type: 'sheet-read', sheet: sheet.id });
  },
});

/** The data workbook, read-only. */
export function sheetTools(): readonly Tool[] {
  return [listSheets, readSheet];
}
