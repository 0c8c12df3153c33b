import { UsageError } from '../../core/errors.ts';
import { firstLine, queryRows, type DuckDBConnection } from './open-duckdb.ts';
import { sqlName } from './sql-text.ts';
import { kindMeanings, studyColumns } from './study-columns.ts';
import { unreadable, type StudyRelation } from './typed-column.ts';

const LONGEST_SHOWN = 60;
const LABELS = ['agent_model', 'agent_harness', 'group', 'task_type', 'subject', 'condition'];

/** What may be wrong with the values of a column. */
interface Fault {
  readonly name: string;
  readonly condition: string;
  readonly wanted: string;
}

/** A value of somebody else's file, short and on one line. */
const shown = (value: unknown) => JSON.stringify(String(value).slice(0, LONGEST_SHOWN));

function faultsOf(relation: StudyRelation): readonly Fault[] {
  const values = studyColumns.flatMap((column): readonly Fault[] => {
    const condition = unreadable(column, relation);
    return condition === undefined ? [] : [{ name: column.name, condition, wanted: kindMeanings[column.kind] }];
  });
  const labels = LABELS.filter((name) => relation.types.has(name));
  return [...values, ...labels.map((name) => ({ name, condition: `${sqlName(name)} IS NULL`, wanted: 'a label' }))];
}

async function query(connection: DuckDBConnection, { file }: StudyRelation, sql: string) {
  return queryRows(connection, sql).catch((cause: unknown) => {
    throw new UsageError(`${file.path} cannot be read: ${firstLine(cause)}`, { cause });
  });
}

/** Names the first row that has a fault, and how many have it. */
async function refuseRow(
  connection: DuckDBConnection,
  relation: StudyRelation,
  found: { readonly fault: Fault; readonly rows: number },
): Promise<never> {
  const { file, types, from } = relation;
  const { name, condition, wanted } = found.fault;
  const id = types.has('transcript_id') ? 'transcript_id' : 'NULL';
  const [row] = await query(
    connection,
    relation,
    `SELECT ${sqlName(name)} AS value, ${id} AS id FROM ${from} WHERE ${condition} ORDER BY id LIMIT 1`,
  );
  const value = row?.['value'] ?? null;
  const what = value === null ? `${name} is missing` : `${name} is ${shown(value)}, where ${wanted} was expected,`;
  const where = typeof row?.['id'] === 'string' ? ` in the row with the transcript_id ${shown(row['id'])}` : '';
  const others = found.rows - 1;
  const more = others === 0 ? '' : `, and ${others} more ${others === 1 ? 'row is' : 'rows are'} like it`;
  throw new UsageError(`${file.path}: ${what}${where}${more}`);
}

/**
 * Reads one file once, keeping nothing, and returns its number of rows.
 * @throws UsageError for a value of the wrong type and for a row without the labels that every metric needs
 */
async function checkFile(connection: DuckDBConnection, relation: StudyRelation): Promise<number> {
  const faults = faultsOf(relation);
  const counts = faults.map(({ condition }, index) => `(count(*) FILTER (WHERE ${condition}))::INTEGER AS fault_${index}`);
  const [row] = await query(connection, relation, `SELECT ${['count(*)::INTEGER AS rows', ...counts].join(', ')} FROM ${relation.from}`);
  for (const [index, fault] of faults.entries()) {
    const rows = Number(row?.[`fault_${index}`] ?? 0);
    if (rows > 0) await refuseRow(connection, relation, { fault, rows });
  }
  return Number(row?.['rows'] ?? 0);
}

/** Checks every value that the metrics or the record need. @throws UsageError for what cannot be read, and where there is no row */
export async function checkRows(connection: DuckDBConnection, relations: readonly StudyRelation[]): Promise<number> {
  let rows = 0;
  for (const relation of relations) rows += await checkFile(connection, relation);
  if (rows > 0) return rows;
  const [first] = relations;
  const which = relations.length === 1 ? `${first?.file.path ?? ''} holds` : `${relations.length} files hold`;
  throw new UsageError(`${which} no row: there is nothing to import`);
}
