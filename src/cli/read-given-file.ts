import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { UsageError } from '../core/errors.ts';

/**
 * The text of a file that was named on the command line.
 * @param what the user calls it, such as `script`; `instead` is the way out
 * @throws UsageError where there is none, where it cannot be read, and where it is no text
 */
export function readGivenFile(given: string, { what, instead }: { readonly what: string; readonly instead: string }): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(resolve(given));
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new UsageError(`there is no ${what} ${given}: ${instead}`, { cause });
    throw new UsageError(`${what} ${given} ${code === 'EISDIR' ? 'is a folder' : `cannot be read (${message})`}: ${instead}`, { cause });
  }
  if (bytes.includes(0)) throw new UsageError(`${what} ${given} is no text: ${instead}`);
  return bytes.toString('utf8');
}
