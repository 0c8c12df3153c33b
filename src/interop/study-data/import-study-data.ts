import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { RunRecord, Store } from '../../core/ports/store.ts';
import { STUDY_DATA_LICENCE, type ImportedStudy } from '../../estimates/study/imported-study.ts';
import { STUDY_CITATION } from '../../estimates/study/study-analysis.ts';
import { contentHash } from '../../util/content-hash.ts';
import { checkRows } from './check-rows.ts';
import { findStudyFiles, type StudyFile } from './find-study-files.ts';
import { queryRows, withDuckDb } from './open-duckdb.ts';
import { sqlPath } from './sql-text.ts';
import { studyRelations } from './study-relation.ts';
import { writeNormalised } from './write-normalised.ts';

/** Counts up where the normalised file changes, so that what was imported before is imported anew. */
const FORM = 1;
const ID_LENGTH = 16;

export interface ImportOptions {
  /** A Parquet or CSV file of the study's data, or a folder of them. */
  readonly path: string;
  readonly withTranscripts: boolean;
  readonly store: Store;
  /** Folder in which the store lies; rows go to `imports/` in it. */
  readonly folder: string;
  readonly createdAt: string;
}

export interface ImportedRun {
  readonly run: string;
  readonly imported: ImportedStudy;
  /** The rows, typed, as `readStudyGroups` takes them. */
  readonly rowsPath: string;
  /** False where the same data were imported before; then nothing was written. */
  readonly isNew: boolean;
}

/** Where the rows of an imported run are kept. */
export function importedRowsPath(folder: string, run: string): string {
  return join(folder, 'imports', `${run}.parquet`);
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

async function hashFiles(files: readonly StudyFile[]): Promise<ImportedStudy['files']> {
  const hashed: { name: string; sha256: string }[] = [];
  for (const { name, path } of files) hashed.push({ name, sha256: await sha256Of(path) });
  return hashed;
}

/** The same bytes in the same places, with or without transcripts, are the same run. */
function runIdOfImport(files: ImportedStudy['files'], withTranscripts: boolean): string {
  return contentHash({ imported: 'study', form: FORM, files, transcripts: withTranscripts }).slice(0, ID_LENGTH);
}

function recordOf(run: string, imported: ImportedStudy, createdAt: string): RunRecord {
  const models = imported.models.length === 1 ? '1 model' : `${imported.models.length} models`;
  const question = `Imported: released trials of the study, ${imported.rows} of ${models}`;
  // Without cells and subjects of ours: nothing is left to run of it.
  return { id: run, schemaVersion: 1, createdAt, identity: { question, cells: [], subjects: [], imported }, repeats: 1, freshness: 0 };
}

/**
 * Reads the study's released data as a run of imported provenance: checked, typed and written beside the store, then entered
 * in it. Importing the same again writes nothing.
 * @throws UsageError for what is no such data, with the file, the column and the value
 */
export async function importStudyData(options: ImportOptions): Promise<ImportedRun> {
  const { path, withTranscripts, store, folder, createdAt } = options;
  const found = findStudyFiles(path);
  const files = await hashFiles(found.files);
  const run = runIdOfImport(files, withTranscripts);
  const rowsPath = importedRowsPath(folder, run);
  const stored = await store.findRun(run);
  if (stored !== undefined && existsSync(rowsPath)) {
    return { run, imported: stored.identity['imported'] as ImportedStudy, rowsPath, isNew: false };
  }
  const { rows, models } = await withDuckDb(
    { scratch: dirname(rowsPath), holds: withTranscripts ? 'transcripts' : 'plain' },
    async (connection, temporary) => {
      const relations = await studyRelations(connection, found, withTranscripts);
      const counted = await checkRows(connection, relations);
      await writeNormalised(connection, relations, { path: rowsPath, withTranscripts, temporary });
      const named = await queryRows(connection, `SELECT DISTINCT agent_model AS model FROM read_parquet(${sqlPath(rowsPath)}) ORDER BY 1`);
      return { rows: counted, models: named.map(({ model }) => String(model)) };
    },
  );
  const imported: ImportedStudy = {
    kind: 'study',
    files,
    rows,
    models,
    transcripts: withTranscripts,
    licence: STUDY_DATA_LICENCE,
    cite: STUDY_CITATION,
  };
  await store.openRun(recordOf(run, imported, createdAt));
  return { run, imported, rowsPath, isNew: true };
}
