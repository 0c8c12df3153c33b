import { closeSync, openSync, readSync } from 'node:fs';
import { UsageError } from '../../core/errors.ts';

const LONGEST_HEADER_BYTES = 65_536;

function readStart(path: string): string {
  const buffer = Buffer.alloc(LONGEST_HEADER_BYTES);
  const file = openSync(path, 'r');
  try {
    return buffer.toString('utf8', 0, readSync(file, buffer, 0, LONGEST_HEADER_BYTES, 0)).replace(/^\uFEFF/, '');
  } finally {
    closeSync(file);
  }
}

/**
 * The names in the first line of a CSV file. DuckDB would guess them, and takes a later line where the lengths differ.
 * @throws UsageError for an empty file and for a name that stands twice
 */
export function csvHeader(path: string): readonly string[] {
  const start = readStart(path);
  const line = /^(?:"(?:[^"]|"")*"|[^"\r\n])*/.exec(start)?.[0] ?? '';
  if (line.trim() === '') throw new UsageError(`${path} is empty: the first line must name the columns`);
  const names = [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) =>
    (quoted?.replaceAll('""', '"') ?? plain ?? '').trim(),
  );
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (twice !== undefined) throw new UsageError(`${path} names the column "${twice}" twice`);
  return names;
}
