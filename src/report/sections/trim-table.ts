import type { ReportTable } from '../page/report-document.ts';

/** Without those of these columns that are empty in every row, and without the notes that begin with their names. */
export function withoutEmpty(table: ReportTable, heads: readonly string[]): ReportTable {
  const isKept = table.columns.map(({ head }, at) => !heads.includes(head) || table.rows.some((row) => (row[at] ?? '') !== ''));
  const dropped = table.columns.flatMap(({ head }, at) => (isKept[at] === true ? [] : [head]));
  const notes = table.notes?.filter((note) => !dropped.some((head) => note.startsWith(`${head}:`)));
  return {
    ...table,
    columns: table.columns.filter((_, at) => isKept[at]),
    rows: table.rows.map((row) => row.filter((_, at) => isKept[at])),
    ...(notes === undefined ? {} : { notes }),
  };
}
