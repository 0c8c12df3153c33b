import { z } from 'zod';
import { defineTool, done, refused, type Tool } from '../../core/tool.ts';
import { renderTable } from '../render-table.ts';

const listSheets = defineTool({
  name: 'list_sheets',
  description: 'Lists the sheets of the data workbook with their columns and number of rows.',
  input: z.object({}),
  apply(state) {
    const rows = Object.values(state.sheets).map(({ name, columns, rows: { length } }) => [name, columns.join(', '), String(length)]);
    return done(renderTable(['sheet', 'columns', 'rows'], rows), { type: 'sheet-listed' });
  },
});

const readSheet = defineTool({
  name: 'read_sheet',
  description: 'Shows all rows of one sheet.',
  input: z.object({ name: z.string().describe('Name of the sheet') }),
  apply(state, { name }) {
    const wanted = name.trim().toLowerCase();
    const sheet = Object.values(state.sheets).find((candidate) => candidate.name.toLowerCase() === wanted);
    if (!sheet) return refused(`There is no sheet named "${name}".`);
    return done(renderTable(sheet.columns, sheet.rows), { type: 'sheet-read', sheet: sheet.id });
  },
});

/** The data workbook, read-only. */
export function sheetTools(): readonly Tool[] {
  return [listSheets, readSheet];
}
