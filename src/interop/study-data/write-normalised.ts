import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { STUDY_DATA_LICENCE } from '../../estimates/study/imported-study.ts';
import { STUDY_CITATION } from '../../estimates/study/study-analysis.ts';
import { ownMark, removeAbandoned } from './abandoned.ts';
import type { DuckDBConnection } from './open-duckdb.ts';
import { sqlName, sqlPath, sqlText } from './sql-text.ts';
import { studyColumns, TRANSCRIPT_COLUMN } from './study-columns.ts';
import { typedColumn, type StudyRelation } from './typed-column.ts';

/** How much is held before it is written: rows, and bytes where transcripts make rows large. */
const GROUPS = { plain: 'ROW_GROUP_SIZE 122880', transcripts: "ROW_GROUP_SIZE 2048, ROW_GROUP_SIZE_BYTES '32MB'" };

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

/**
 * Writes all rows, typed, into one Parquet file. It stands under its name when it is whole, and not before. Files are taken one
 * after another, each into a part of its own in `temporary`: scans of many at once would hold a buffer each.
 */
export async function writeNormalised(
  connection: DuckDBConnection,
  relations: readonly StudyRelation[],
  target: { readonly path: string; readonly withTranscripts: boolean; readonly temporary: string },
): Promise<void> {
  const { path, withTranscripts, temporary } = target;
  mkdirSync(dirname(path), { recursive: true });
  removeAbandoned(dirname(path), `${basename(path)}.part-`);
  const about = `{licence: ${sqlText(STUDY_DATA_LICENCE)}, cite: ${sqlText(STUDY_CITATION)}}`;
  const format = `FORMAT parquet, COMPRESSION zstd, ${GROUPS[withTranscripts ? 'transcripts' : 'plain']}, KV_METADATA ${about}`;
  const copy = (rows: string, to: string) => connection.run(`COPY (${rows}) TO ${sqlText(to)} (${format})`);
  const part = `${path}.part-${ownMark}`;
  const [only, ...others] = relations.map((relation) => selectOf(relation, withTranscripts));
  try {
    if (only !== undefined && others.length === 0) await copy(only, part);
    else {
      const parts: string[] = [];
      for (const [index, relation] of relations.entries()) {
        const one = join(temporary, `${index}.parquet`);
        await copy(selectOf(relation, withTranscripts), one);
        parts.push(one);
      }
      await copy(`SELECT * FROM read_parquet([${parts.map(sqlPath).join(', ')}])`, part);
    }
    renameSync(part, path);
  } finally {
    rmSync(part, { force: true });
  }
}
