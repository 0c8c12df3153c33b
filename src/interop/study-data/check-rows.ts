import { UsageError } from '../../core/errors.ts';
import { firstLine, queryRows, type DuckDBConnection } from './open-duckdb.ts';
import { sqlName } from './sql-text.ts';
import { kindMeanings, studyColumns } from './study-columns.ts';
import type { StudyRelation } from './study-relation.ts';
import { unreadable } from './typed-column.ts';

const LONGEST_SHOWN = 60;
const LABELS = ['agent_model', 'agent_harness', 'group', 'task_type', 'subject', 'condition'];

/** A value of somebody else's file, short and on one line. */
const shown = (value: unknown) => JSON.stringify(String(value).slice(0, LONGEST_SHOWN));

function refuseRow({ file }: StudyRelation, what: string, row: Readonly<Record<string, unknown>>): never {
  const others = Number(row['rows']) - 1;
  const more = others === 0 ? '' : `, and ${others} more ${others === 1 ? 'row is' : 'rows are'} like it`;
  const id = row['id'] === null ? '' : ` in the row with the transcript_id ${shown(row['id'])}`;
  throw new UsageError(`${file.path}: ${what}${id}${more}`);
}

/**
 * Reads one file once, keeping nothing, and returns its number of rows.
 * @throws UsageError for a value of the wrong type and for a row without the labels that every metric needs
 */
async function checkFile(connection: DuckDBConnection, relation: StudyRelation): Promise<number> {
  const { from, types, file } = relation;
  const faults = [
    ...studyColumns.flatMap((column) => {
      const fault = unreadable(column, relation);
      return fault === undefined ? [] : [{ name: column.name, ...fault, wanted: kindMeanings[column.kind] }];
    }),
    ...LABELS.filter((name) => types.has(name)).map((name) => ({
      name,
      condition: `coalesce(trim(CAST(${sqlName(name)} AS VARCHAR)), '') = ''`,
      value: 'NULL',
      wanted: 'a label',
    })),
  ];
  const id = types.has('transcript_id') ? 'CAST(transcript_id AS VARCHAR)' : 'NULL';
  const first = (value: string, condition: string) => `first(${value}) FILTER (WHERE ${condition})`;
  const counted = faults.map(
    ({ condition, value }, index) =>
      `(count(*) FILTER (WHERE ${condition}))::INTEGER AS rows_${index}, ${first(value, condition)} AS value_${index}, ${first(id, condition)} AS id_${index}`,
  );
  const [row] = await queryRows(connection, `SELECT ${['count(*)::INTEGER AS rows', ...counted].join(', ')} FROM ${from}`).catch(
    (cause: unknown) => {
      throw new UsageError(`${file.path} cannot be read: ${firstLine(cause)}`, { cause });
    },
  );
  for (const [index, { name, wanted }] of faults.entries()) {
    const at = { rows: row?.[`rows_${index}`], id: row?.[`id_${index}`] ?? null };
    const value = row?.[`value_${index}`] ?? null;
    const what = value === null ? `${name} is missing` : `${name} is ${shown(value)}, where ${wanted} was expected,`;
    if (at.rows !== 0) refuseRow(relation, what, at);
  }
  return Number(row?.['rows'] ?? 0);
}

/** Checks every value that the metrics or the record need. @throws UsageError for what cannot be read, and where there is no row */
export async function checkRows(connection: DuckDBConnection, relations: readonly StudyRelation[]): Promise<number> {
  let rows = 0;
  for (const relation of relations) rows += await checkFile(connection, relation);
  if (rows > 0) return rows;
  const [first] = relations;
  throw new UsageError(
    `${relations.length === 1 ? first?.file.path : `${relations.length} files`} hold no row: there is nothing to import`,
  );
}
