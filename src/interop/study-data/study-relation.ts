import { UsageError } from '../../core/errors.ts';
import { knownNames } from '../../util/nearest-name.ts';
import { csvHeader } from './csv-header.ts';
import type { StudyFile, StudyFiles, StudyFormat } from './find-study-files.ts';
import { firstLine, queryRows, type DuckDBConnection } from './open-duckdb.ts';
import { sqlPath, sqlText } from './sql-text.ts';
import { columnsOfThePath, studyColumns, TRANSCRIPT_COLUMN, type StudyColumn } from './study-columns.ts';

/** A transcript of the study has up to half a million characters. */
const LONGEST_LINE_BYTES = 16_777_216;

/** One file as SQL reads it. */
export interface StudyRelation {
  readonly file: StudyFile;
  /** After FROM. */
  readonly from: string;
  /** Columns that the file has, with DuckDB's name of their type. */
  readonly types: ReadonlyMap<string, string>;
}

function csvRelation(file: StudyFile): StudyRelation {
  const names = csvHeader(file.path);
  const columns = names.map((name) => `${sqlText(name)}: 'VARCHAR'`).join(', ');
  const settings = `auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', max_line_size = ${LONGEST_LINE_BYTES}`;
  const from = `read_csv(${sqlPath(file.path)}, ${settings}, columns = {${columns}})`;
  return { file, from, types: new Map(names.map((name) => [name, 'VARCHAR'])) };
}

async function parquetRelation(connection: DuckDBConnection, file: StudyFile): Promise<StudyRelation> {
  const from = `read_parquet(${sqlPath(file.path)}, hive_partitioning = false)`;
  try {
    const columns = await queryRows(connection, `DESCRIBE SELECT * FROM ${from}`);
    return { file, from, types: new Map(columns.map((row) => [String(row['column_name']), String(row['column_type'])])) };
  } catch (cause) {
    throw new UsageError(`${file.path} cannot be read as Parquet: ${firstLine(cause)}`, { cause });
  }
}

function isGivenByPath({ name }: StudyColumn, { group, task }: StudyFile): boolean {
  return columnsOfThePath.includes(name) && (name === 'group' ? group : task) !== undefined;
}

function refuseMissing({ file, types }: StudyRelation, withTranscripts: boolean): void {
  const wanted = studyColumns.filter((column) => column.isNeeded && !isGivenByPath(column, file)).map(({ name }) => name);
  const missing = [...wanted, ...(withTranscripts ? [TRANSCRIPT_COLUMN] : [])].filter((name) => !types.has(name));
  const [first] = missing;
  if (first === undefined) return;
  const which = missing.length === 1 ? `the column ${first}` : `${missing.length} columns: ${missing.join(', ')}`;
  throw new UsageError(`${file.path} lacks ${which}${knownNames(first, [...types.keys()])}. The study's data have it`);
}

/**
 * The files as SQL reads them, each by itself, since their columns may differ.
 * @throws UsageError for a file that cannot be read or lacks a column that the metrics need
 */
export async function studyRelations(
  connection: DuckDBConnection,
  { format, files }: StudyFiles,
  withTranscripts: boolean,
): Promise<readonly StudyRelation[]> {
  const relationOf: Readonly<Record<StudyFormat, (file: StudyFile) => StudyRelation | Promise<StudyRelation>>> = {
    csv: csvRelation,
    parquet: async (file) => parquetRelation(connection, file),
  };
  const relations: StudyRelation[] = [];
  for (const file of files) {
    const relation = await relationOf[format](file);
    refuseMissing(relation, withTranscripts);
    relations.push(relation);
  }
  return relations;
}
