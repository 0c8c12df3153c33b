import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';

export type { DuckDBConnection } from '@duckdb/node-api';

/** What DuckDB may hold in memory; beyond it works on disk. */
const MEMORY = '512MB';
const THREADS = '2';

/**
 * Gives a DuckDB without a database of its own, in bounded memory, that loads no extension and asks no network. What does not
 * fit goes into a folder below `scratch`, which is gone afterwards.
 */
export async function withDuckDb<Result>(scratch: string, use: (connection: DuckDBConnection) => Promise<Result>): Promise<Result> {
  mkdirSync(scratch, { recursive: true });
  const temporary = mkdtempSync(join(scratch, '.duckdb-'));
  try {
    const instance = await DuckDBInstance.create(':memory:', {
      memory_limit: MEMORY,
      threads: THREADS,
      temp_directory: temporary,
      preserve_insertion_order: 'false',
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
    });
    try {
      const connection = await instance.connect();
      try {
        return await use(connection);
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
