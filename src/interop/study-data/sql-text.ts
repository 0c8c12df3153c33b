/** A text as SQL has it. */
export const sqlText = (text: string) => `'${text.replaceAll("'", "''")}'`;

/** The name of a column as SQL has it. */
export const sqlName = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** A path that DuckDB takes as it is: marks that would be a pattern stand in brackets. */
export const sqlPath = (path: string) => sqlText(path.replaceAll(/[[\]*?]/g, (mark) => (mark === ']' ? mark : `[${mark}]`)));
