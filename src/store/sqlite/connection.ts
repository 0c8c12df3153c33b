import type { DatabaseSync, StatementSync } from 'node:sqlite';

import { StoreError } from '../../core/errors.ts';
import { isDamage, toStoreError } from './sqlite-error.ts';

/** One open database. Whatever fails inside `use` or `transaction` leaves it as a `StoreError`. */
export interface Connection {
  readonly location: string;
  /** Prepared once; the statement is then reused. */
  prepare(sql: string): StatementSync;
  use<T>(work: () => T): T;
  /** Takes the write lock first, so that what it reads cannot change before it writes. All or nothing. */
  transaction<T>(work: () => T): T;
  close(): void;
}

function rollBack(database: DatabaseSync): void {
  try {
    if (database.isOpen && database.isTransaction) database.exec('ROLLBACK');
  } catch {
    // The first failure is the one to tell; SQLite drops an unfinished transaction by itself.
  }
}

/** Reads every page once, so it is asked only after a failure, when it tells what is damaged. */
function describeDamage(database: DatabaseSync): string {
  try {
    const row = database.prepare('PRAGMA quick_check(1)').get();
    const found = String(Object.values(row ?? {})[0] ?? 'ok');
    return found === 'ok' ? '' : `; the check found: ${found.replaceAll('\n', ' ')}`;
  } catch {
    return '';
  }
}

export function createConnection(
  database: DatabaseSync,
  options: { readonly location: string; readonly busyTimeoutMs: number },
): Connection {
  const { location, busyTimeoutMs } = options;
  const begin = database.prepare('BEGIN IMMEDIATE');
  const commit = database.prepare('COMMIT');

  const fail = (cause: unknown): never => {
    const error = toStoreError(cause, location, busyTimeoutMs);
    if (!isDamage(cause)) throw error;
    throw new StoreError(`${error.message}${describeDamage(database)}`, { cause });
  };
  const use = <T>(work: () => T): T => {
    if (!database.isOpen) throw new StoreError(`the store ${location} is closed`);
    try {
      return work();
    } catch (cause) {
      return fail(cause);
    }
  };

  return {
    location,
    prepare: (sql) => use(() => database.prepare(sql)),
    use,
    transaction: (work) =>
      use(() => {
        begin.run();
        try {
          const result = work();
          commit.run();
          return result;
        } catch (cause) {
          rollBack(database);
          throw cause;
        }
      }),
    close: () => {
      if (database.isOpen) database.close();
    },
  };
}
