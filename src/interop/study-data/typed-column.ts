import { sqlName, sqlText } from './sql-text.ts';
import type { ColumnKind, StudyColumn } from './study-columns.ts';
import type { StudyFile } from './find-study-files.ts';

/** One file as SQL reads it. */
export interface StudyRelation {
  readonly file: StudyFile;
  /** After FROM: the known columns that the file has, each as it comes or as text with NULL where there is no value. */
  readonly from: string;
  /** Columns that the file has, with DuckDB's name of their type. */
  readonly types: ReadonlyMap<string, string>;
}

/** What stands for "no value" in a text, in whatever case. A list, since DuckDB makes a join of IN: a tenth of a second a query. */
const NO_VALUES = `['', 'none', 'null', 'nan', 'n/a', '<na>']`;

const NUMERIC = /^(?:DOUBLE|FLOAT|U?(?:TINY|SMALL|BIG|HUGE)?INT(?:EGER)?|DECIMAL.*)$/;
const SQL_TYPES: Readonly<Record<ColumnKind, string>> = { text: 'VARCHAR', boolean: 'BOOLEAN', number: 'DOUBLE', whole: 'BIGINT' };

/** Can a column of this type be taken without reading text? */
function isNative(kind: ColumnKind, type: string): boolean {
  if (kind === 'boolean') return type === 'BOOLEAN';
  return kind !== 'text' && NUMERIC.test(type);
}

/** A column as it comes, or as text with NULL where there is no value. */
export function givenColumn({ name, kind }: StudyColumn, type: string): string {
  const column = sqlName(name);
  if (isNative(kind, type)) return column;
  const text = `trim(CAST(${column} AS VARCHAR))`;
  return `CASE WHEN list_contains(${NO_VALUES}, lower(${text})) THEN NULL ELSE ${text} END AS ${column}`;
}

function typed({ name, kind }: StudyColumn, type: string): string {
  const column = sqlName(name);
  if (kind === 'text') return column;
  if (kind === 'boolean') {
    if (isNative(kind, type)) return column;
    return `CASE lower(${column}) WHEN 'true' THEN true WHEN '1' THEN true WHEN '1.0' THEN true WHEN 'false' THEN false WHEN '0' THEN false WHEN '0.0' THEN false END`;
  }
  const finite = `nullif(nullif(nullif(TRY_CAST(${column} AS DOUBLE), 'NaN'), 'Infinity'), '-Infinity')`;
  return kind === 'number' ? finite : `TRY_CAST(${finite} AS BIGINT)`;
}

/** A given column as it is kept: of its own type, NULL where it is missing, from the file's place where its rows do not say it. */
export function typedColumn(column: StudyColumn, { file, types }: StudyRelation): string {
  const type = types.get(column.name);
  if (type !== undefined) return typed(column, type);
  const fromPath = column.name === 'group' ? file.group : column.name === 'task_type' ? file.task : undefined;
  return fromPath === undefined ? `CAST(NULL AS ${SQL_TYPES[column.kind]})` : sqlText(fromPath);
}

/** Holds for rows whose value is there and cannot be read; undefined where that cannot happen. */
export function unreadable(column: StudyColumn, relation: StudyRelation): string | undefined {
  const type = relation.types.get(column.name);
  if (type === undefined || column.kind === 'text' || isNative(column.kind, type)) return undefined;
  return `${sqlName(column.name)} IS NOT NULL AND ${typedColumn(column, relation)} IS NULL`;
}
