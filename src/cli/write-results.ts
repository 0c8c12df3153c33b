import { accessSync, constants, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StoreError } from '../core/errors.ts';

/** Asked before anything is paid for. @throws StoreError where results could not be written later */
export function ensureWritable(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
  } catch (cause) {
    throw new StoreError(
      `results cannot be written to ${folder}: ${(cause as Error).message}. Nothing was run; choose another folder with --out`,
      {
        cause,
      },
    );
  }
}

/** Writes a run's files into its own folder, each whole or not at all, and returns the folder. */
export function writeResults(folder: string, files: Readonly<Record<string, string>>): string {
  try {
    mkdirSync(folder, { recursive: true });
    for (const [name, content] of Object.entries(files)) {
      const unfinished = join(folder, `.${name}.unfinished`);
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
