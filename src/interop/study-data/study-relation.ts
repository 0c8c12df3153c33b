import { UsageError } from '../../core/errors.ts';
import { knownNames } from '../../util/nearest-name.ts';
import { csvHeader } from './csv-header.ts';
import type { StudyFile, StudyFiles, StudyFormat } from './find-study-files.ts';
import { firstLine, queryRows, type DuckDBConnection } from './open-duckdb.ts';
import { sqlPath, sqlText } from './sql-text.ts';
import { givenColumn, type StudyRelation } from './typed-column.ts';
import { columnsOfThePath, studyColumns, TRANSCRIPT_COLUMN, type StudyColumn } from './study-columns.ts';

/** A transcript of the study has up to half a million characters. */
const LONGEST_LINE_BYTES = 8_388_608;
/** Held for every file that is open at once. */
const BUFFER_BYTES = 16_777_216;

function relationOver(file: StudyFile, source: string, types: ReadonlyMap<string, string>): StudyRelation {
  const columns = studyColumns.flatMap((column) => {
    const type = types.get(column.name);
    return type === undefined ? [] : [givenColumn(column, type)];
  });
  const transcript = types.has(TRANSCRIPT_COLUMN) ? [TRANSCRIPT_COLUMN] : [];
  return { file, from: `(SELECT ${[...columns, ...transcript].join(', ') || 'NULL'} FROM ${source})`, types };
}

function csvRelation(file: StudyFile): StudyRelation {
  const names = csvHeader(file.path);
  const columns = names.map((name) => `${sqlText(name)}: 'VARCHAR'`).join(', ');
  const settings = `auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', max_line_size = ${LONGEST_LINE_BYTES}, buffer_size = ${BUFFER_BYTES}`;
  const source = `read_csv(${sqlPath(file.path)}, ${settings}, columns = {${columns}})`;
  return relationOver(file, source, new Map(names.map((name) => [name, 'VARCHAR'])));
}

async function parquetRelation(connection: DuckDBConnection, file: StudyFile): Promise<StudyRelation> {
  const source = `read_parquet(${sqlPath(file.path)}, hive_partitioning = false)`;
  try {
    const columns = await queryRows(connection, `DESCRIBE SELECT * FROM ${source}`);
    return relationOver(file, source, new Map(columns.map((row) => [String(row['column_name']), String(row['column_type'])])));
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
