import { accessSync, constants, existsSync, mkdirSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { StoreError } from '../core/errors.ts';

/** Step by step: making several folders at once hides why, and never returns on some file systems of the kernel. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

/** Asked before anything is paid for. @throws StoreError where results could not be written later */
export function ensureWritable(folder: string): void {
  try {
    makeFolder(resolve(folder));
    accessSync(folder, constants.W_OK);
    if (!statSync(folder).isDirectory()) throw new Error('it is a file');
  } catch (cause) {
    const why = (cause as Error).message;
    throw new StoreError(`results cannot be written to ${folder}: ${why}. Nothing was run; choose another folder with --out`, { cause });
  }
}

/** Writes a run's files into its own folder, each whole or not at all, and returns the folder. */
export function writeResults(folder: string, files: Readonly<Record<string, string>>): string {
  try {
    makeFolder(resolve(folder));
    for (const [name, content] of Object.entries(files)) {
      // By process, since two may end one run at the same moment.
      const unfinished = join(folder, `.${name}.${process.pid}.unfinished`);
      writeFileSync(unfinished, content);
      renameSync(unfinished, join(folder, name));
    }
    return folder;
  } catch (cause) {
    throw new StoreError(
      `the results could not be written to ${folder}: ${(cause as Error).message}. The run itself is stored; choose another folder with --out`,
      { cause },
    );
  }
}
