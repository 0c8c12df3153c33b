import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';

import { ownMark, removeAbandoned } from './abandoned.ts';

export type { DuckDBConnection } from '@duckdb/node-api';

/** What DuckDB may hold in memory; beyond it works on disk, or says that it cannot. Transcripts come by 2,048 at once. */
const bounds = {
  plain: { memory_limit: '512MB', threads: '2' },
  transcripts: { memory_limit: '900MB', threads: '1' },
};

const PREFIX = '.offswitch-duckdb-';

/**
 * Gives a DuckDB without a database of its own, in bounded memory, that loads no extension and asks no network. What does not
 * fit goes into a temporary folder below `scratch`, which is given too and is gone afterwards.
 */
export async function withDuckDb<Result>(
  { scratch, holds = 'plain' }: { readonly scratch: string; readonly holds?: keyof typeof bounds },
  use: (connection: DuckDBConnection, temporary: string) => Promise<Result>,
): Promise<Result> {
  // Only an import needs it: no other command should pay for loading it.
  const { DuckDBInstance } = await import('@duckdb/node-api');
  mkdirSync(scratch, { recursive: true });
  removeAbandoned(scratch, PREFIX);
  const temporary = mkdtempSync(join(scratch, `${PREFIX}${ownMark}`));
  try {
    const instance = await DuckDBInstance.create(':memory:', {
      ...bounds[holds],
      temp_directory: temporary,
      preserve_insertion_order: 'false',
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
    });
    try {
      const connection = await instance.connect();
      try {
        return await use(connection, temporary);
      } finally {
        connection.closeSync();
      }
    } finally {
      instance.closeSync();
    }
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

/** The rows of a query, which are few: counts come as numbers where SQL gives them as such. */
export async function queryRows(connection: DuckDBConnection, sql: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  return (await connection.runAndReadAll(sql)).getRowObjectsJS();
}

/** The first line of what DuckDB says, without its own query in it. */
export function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
}
