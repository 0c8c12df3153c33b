import type { StudyRelation } from './study-relation.ts';
import { sqlName, sqlText } from './sql-text.ts';
import type { StudyColumn } from './study-columns.ts';

/** What stands for "no value" in a text column, in whatever case. */
const NO_VALUES = `('', 'none', 'null', 'nan', 'n/a', '<na>')`;

const numericTypes = /^(?:DOUBLE|FLOAT|U?(?:TINY|SMALL|BIG|HUGE)?INT(?:EGER)?|DECIMAL.*)$/;

/** A column as text, or NULL where there is no value. */
function given(name: string): string {
  const text = `trim(CAST(${sqlName(name)} AS VARCHAR))`;
  return `CASE WHEN lower(${text}) IN ${NO_VALUES} THEN NULL ELSE ${text} END`;
}

function typed({ name, kind }: StudyColumn, type: string): string {
  const column = sqlName(name);
  if (kind === 'text') return given(name);
  if (kind === 'boolean') {
    if (type === 'BOOLEAN') return column;
    return `CASE WHEN lower(${given(name)}) IN ('true', '1', '1.0') THEN true WHEN lower(${given(name)}) IN ('false', '0', '0.0') THEN false END`;
  }
  const number = numericTypes.test(type) ? `CAST(${column} AS DOUBLE)` : `TRY_CAST(${given(name)} AS DOUBLE)`;
  const finite = `CASE WHEN isfinite(${number}) THEN ${number} END`;
  return kind === 'number' ? finite : `TRY_CAST(${finite} AS BIGINT)`;
}

/** A column as it is kept: of its own type, NULL where it is missing, from the file's place where its rows do not say it. */
export function typedColumn(column: StudyColumn, { file, types }: StudyRelation): string {
  const type = types.get(column.name);
  if (type !== undefined) return typed(column, type);
  const fromPath = column.name === 'group' ? file.group : column.name === 'task_type' ? file.task : undefined;
  if (fromPath !== undefined) return sqlText(fromPath);
  const none: Readonly<Record<StudyColumn['kind'], string>> = { text: 'VARCHAR', boolean: 'BOOLEAN', number: 'DOUBLE', whole: 'BIGINT' };
  return `CAST(NULL AS ${none[column.kind]})`;
}

/** Holds for rows whose value is there and cannot be read; undefined where that cannot happen. */
export function unreadable(
  column: StudyColumn,
  relation: StudyRelation,
): { readonly condition: string; readonly value: string } | undefined {
  const type = relation.types.get(column.name);
  if (type === undefined || column.kind === 'text') return undefined;
  if (column.kind === 'boolean' ? type === 'BOOLEAN' : numericTypes.test(type)) return undefined;
  const value = given(column.name);
  return { condition: `(${value}) IS NOT NULL AND (${typedColumn(column, relation)}) IS NULL`, value };
}
