import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { STUDY_DATA_LICENCE } from '../../estimates/study/imported-study.ts';
import { STUDY_CITATION } from '../../estimates/study/study-analysis.ts';
import type { DuckDBConnection } from './open-duckdb.ts';
import { sqlName, sqlText } from './sql-text.ts';
import { studyColumns, TRANSCRIPT_COLUMN } from './study-columns.ts';
import { typedColumn, type StudyRelation } from './typed-column.ts';

/** Rows that are held at once; transcripts are large. */
const ROWS_PER_GROUP = { plain: 122_880, withTranscripts: 2048 };

/** Runs with the record in memory may carry it in their scenario's name. */
const MEMORY_SUFFIX = '_memory';

function selectOf(relation: StudyRelation, withTranscripts: boolean): string {
  const columns = studyColumns.map((column) => `${typedColumn(column, relation)} AS ${sqlName(column.name)}`);
  const transcript = withTranscripts ? [`CAST(${TRANSCRIPT_COLUMN} AS VARCHAR) AS ${TRANSCRIPT_COLUMN}`] : [];
  const inner = `SELECT ${[...columns, ...transcript].join(', ')} FROM ${relation.from}`;
  const suffix = sqlText(MEMORY_SUFFIX);
  const isMemory = `coalesce(is_memory, false) OR ends_with(task_type, ${suffix})`;
  return `SELECT * REPLACE (${isMemory} AS is_memory, regexp_replace(task_type, ${sqlText(`${MEMORY_SUFFIX}$`)}, '') AS task_type) FROM (${inner})`;
}

function isAlive(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch {
    return false;
  }
}

/** What a process that was killed while it wrote has left. */
function removeAbandoned(path: string): void {
  for (const name of readdirSync(dirname(path))) {
    const processId = name.startsWith(`${basename(path)}.part-`) ? Number(name.slice(name.lastIndexOf('-') + 1)) : Number.NaN;
    if (Number.isInteger(processId) && !isAlive(processId)) rmSync(join(dirname(path), name), { force: true });
  }
}

/** Writes all rows, typed, into one Parquet file. It stands under its name when it is whole, and not before. */
export async function writeNormalised(
  connection: DuckDBConnection,
  relations: readonly StudyRelation[],
  target: { readonly path: string; readonly withTranscripts: boolean },
): Promise<void> {
  const { path, withTranscripts } = target;
  mkdirSync(dirname(path), { recursive: true });
  removeAbandoned(path);
  const part = `${path}.part-${process.pid}`;
  const rows = relations.map((relation) => selectOf(relation, withTranscripts)).join(' UNION ALL BY NAME ');
  const groupSize = withTranscripts ? ROWS_PER_GROUP.withTranscripts : ROWS_PER_GROUP.plain;
  const about = `{licence: ${sqlText(STUDY_DATA_LICENCE)}, cite: ${sqlText(STUDY_CITATION)}}`;
  const format = `FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE ${groupSize}, KV_METADATA ${about}`;
  try {
    await connection.run(`COPY (${rows}) TO ${sqlText(part)} (${format})`);
    renameSync(part, path);
  } finally {
    rmSync(part, { force: true });
  }
}
