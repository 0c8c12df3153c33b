import { globSync, statSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { UsageError } from '../../core/errors.ts';

export type StudyFormat = 'parquet' | 'csv';

/** One file of the data, and what its place says of the rows in it. */
export interface StudyFile {
  readonly path: string;
  /** For people and for the record: below the folder that was given. */
  readonly name: string;
  readonly group: string | undefined;
  readonly task: string | undefined;
}

export interface StudyFiles {
  readonly format: StudyFormat;
  readonly files: readonly StudyFile[];
}

const formatOf = (path: string): StudyFormat | undefined =>
  path.endsWith('.parquet') ? 'parquet' : path.endsWith('.csv') ? 'csv' : undefined;

/** `main/tampering-00000-of-00001.parquet`, `main/tampering/0000.parquet` and `config=main/split=tampering/…` say the same. */
function placeOf(name: string): Pick<StudyFile, 'group' | 'task'> {
  const folders = name.split('/').slice(0, -1);
  const named = (key: string) => folders.find((folder) => folder.startsWith(`${key}=`))?.slice(key.length + 1);
  const stem = basename(name).replace(/\.(parquet|csv)$/, '');
  const isNumbered = /^(?:part-?)?\d+$/.test(stem);
  const task = named('split') ?? (isNumbered ? folders.at(-1) : stem.replace(/-\d+-of-\d+$/, ''));
  return { task, group: named('config') ?? (isNumbered ? folders.at(-2) : folders.at(-1)) };
}

function statOf(path: string): { readonly isFolder: boolean } {
  try {
    return { isFolder: statSync(path).isDirectory() };
  } catch (cause) {
    throw new UsageError(`there is no file or folder ${path}: give the study's data, a Parquet or CSV file or a folder of them`, { cause });
  }
}

/**
 * The files of the study's data in a stable order: one file, or all below a folder.
 * @throws UsageError where there is none, or a folder has both Parquet and CSV
 */
export function findStudyFiles(given: string): StudyFiles {
  const path = resolve(given);
  if (!statOf(path).isFolder) {
    const format = formatOf(path);
    if (format === undefined) throw new UsageError(`${given} is neither a .parquet nor a .csv file`);
    const place = placeOf(path.split('/').slice(-3).join('/'));
    return { format, files: [{ path, name: basename(path), ...place }] };
  }
  const found = globSync('**/*.{parquet,csv}', { cwd: path }).sort();
  const formats = [...new Set(found.flatMap((name) => formatOf(name) ?? []))];
  const [format] = formats;
  if (format === undefined) throw new UsageError(`${given} has no .parquet or .csv file in it, at any depth`);
  if (formats.length > 1) {
    throw new UsageError(`${given} has both .parquet and .csv files in it, which may be the same rows twice: name the folder of one kind`);
  }
  // The folder that was given may itself be the group.
  const inside = (name: string) => join(basename(path), relative(path, join(path, name))).replaceAll('\\', '/');
  return { format, files: found.map((name) => ({ path: join(path, name), name, ...placeOf(inside(name)) })) };
}
