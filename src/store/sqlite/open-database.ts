import type { Stats } from 'node:fs';
import { accessSync, constants, mkdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { StoreError } from '../../core/errors.ts';
import type { Clock } from '../../core/ports/clock.ts';
import { allMigrations } from '../migrations/all-migrations.ts';
import { isLocked, toStoreError } from './sqlite-error.ts';

/** "Offs": marks the file as ours, so that another program's database is never migrated. */
const APPLICATION_ID = 0x4f666673;
const KNOWN_VERSION = allMigrations.length;
/** Checking this much takes a few milliseconds; a larger file is checked only after a failure. */
const CHEAP_CHECK_BYTES = 4 * 1024 * 1024;
const WAL_KEPT_BYTES = 64 * 1024 * 1024;
const MODE_RETRY_MS = 10;

export interface OpenOptions {
  readonly path: string;
  readonly clock: Clock;
  readonly busyTimeoutMs: number;
}

const told = (cause: unknown) => (cause instanceof Error ? cause.message : String(cause));

/** The file's size, or undefined where there is none. */
function sizeOf(path: string): number | undefined {
  let stats: Stats | undefined;
  try {
    stats = statSync(path, { throwIfNoEntry: false });
  } catch (cause) {
    throw new StoreError(`the store ${path} cannot be looked at (${told(cause)}). Choose another --store`, { cause });
  }
  if (stats?.isDirectory()) {
    throw new StoreError(`the store ${path} is a folder. Name a file, such as --store ${join(path, 'store.db')}`);
  }
  return stats?.size;
}

function nearestFolder(path: string): string {
  return statSync(path, { throwIfNoEntry: false }) ? path : nearestFolder(dirname(path));
}

function makeParent(path: string): void {
  const parent = dirname(resolve(path));
  try {
    // Asked first, because making several folders at once on a read-only disk fails as "no such file".
    accessSync(nearestFolder(parent), constants.W_OK);
    mkdirSync(parent, { recursive: true });
  } catch (cause) {
    throw new StoreError(`the store ${path} has no folder to lie in: ${parent} cannot be used (${told(cause)}). Choose another --store`, {
      cause,
    });
  }
}

/** SQLite would open a read-only file for reading and fail at the first write, when a trial is paid for. */
function refuseReadOnly(path: string): void {
  try {
    accessSync(path, constants.W_OK);
  } catch (cause) {
    throw new StoreError(
      `the store ${path} cannot be written: the file or its disk is read-only (${told(cause)}). Make it writable, or copy it to a place that is`,
      { cause },
    );
  }
}

function readNumber(database: DatabaseSync, sql: string): number {
  return Number(Object.values(database.prepare(sql).get() ?? {})[0]);
}

/** Looks before anything is written. */
function refuseForeign(database: DatabaseSync, path: string): void {
  const version = readNumber(database, 'PRAGMA user_version');
  const application = readNumber(database, 'PRAGMA application_id');
  const tables = readNumber(database, 'SELECT count(*) FROM sqlite_schema');
  if (application !== APPLICATION_ID && (tables > 0 || application !== 0 || version !== 0)) {
    throw new StoreError(`the store ${path} is the database of another program; it was left as it is. Name another file with --store`);
  }
  if (version > KNOWN_VERSION) {
    throw new StoreError(
      `the store ${path} has version ${version}, and this offswitch reads versions up to ${KNOWN_VERSION}; it was left as it is. Use the offswitch that wrote it, a newer one, or another --store`,
    );
  }
}

function refuseDamaged(database: DatabaseSync, path: string): void {
  const found = String(Object.values(database.prepare('PRAGMA quick_check(1)').get() ?? {})[0]);
  if (found === 'ok') return;
  throw new StoreError(
    `the store ${path} is damaged (${found.replaceAll('\n', ' ')}). Keep a copy of it, then choose another --store or recover what is left with: sqlite3 FILE .recover`,
  );
}

/** Two processes that create a store at once collide here, and SQLite does not wait by itself for this change. */
async function switchToWal(database: DatabaseSync, { clock, busyTimeoutMs }: OpenOptions): Promise<void> {
  for (let waitedMs = 0; ; waitedMs += MODE_RETRY_MS) {
    try {
      database.exec('PRAGMA journal_mode = WAL');
      return;
    } catch (cause) {
      if (!isLocked(cause) || waitedMs >= busyTimeoutMs) throw cause;
      await clock.sleep(MODE_RETRY_MS);
    }
  }
}

/** The lock is taken first, so that of two processes one migrates and the other finds it done. */
function migrate(database: DatabaseSync): void {
  database.exec('BEGIN IMMEDIATE');
  const version = readNumber(database, 'PRAGMA user_version');
  for (const migration of allMigrations.slice(version)) {
    database.exec(migration.sql);
    database.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${migration.version}`);
  }
  database.exec('COMMIT');
}

/**
 * Opens or creates the file. NORMAL keeps every commit over a kill of the process; a power loss may take the last ones,
 * never the file.
 */
export async function openDatabase(options: OpenOptions): Promise<DatabaseSync> {
  const { path, busyTimeoutMs } = options;
  const size = sizeOf(path);
  if (size === undefined) makeParent(path);
  else refuseReadOnly(path);
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(resolve(path), { timeout: busyTimeoutMs, enableForeignKeyConstraints: true });
    refuseForeign(database, path);
    if (size !== undefined && size <= CHEAP_CHECK_BYTES) refuseDamaged(database, path);
    await switchToWal(database, options);
    database.exec(`PRAGMA synchronous = NORMAL; PRAGMA journal_size_limit = ${WAL_KEPT_BYTES}`);
    migrate(database);
    return database;
  } catch (cause) {
    if (database?.isOpen) database.close();
    throw toStoreError(cause, path, busyTimeoutMs);
  }
}
