import { StoreError } from '../../core/errors.ts';

/** SQLite's primary result codes (the low byte of the extended ones). */
const SQLITE_PERM = 3;
const SQLITE_BUSY = 5;
const SQLITE_LOCKED = 6;
const SQLITE_READONLY = 8;
const SQLITE_IOERR = 10;
const SQLITE_CORRUPT = 11;
const SQLITE_FULL = 13;
const SQLITE_CANTOPEN = 14;
const SQLITE_NOTADB = 26;
const PRIMARY_CODE_MASK = 0xff;

function sqliteCode(cause: unknown): number | undefined {
  if (!(cause instanceof Error) || !('errcode' in cause) || typeof cause.errcode !== 'number') return undefined;
  return cause.errcode & PRIMARY_CODE_MASK;
}

export const isDamage = (cause: unknown) => sqliteCode(cause) === SQLITE_CORRUPT;
export const isLocked = (cause: unknown) => sqliteCode(cause) === SQLITE_BUSY || sqliteCode(cause) === SQLITE_LOCKED;

const rescue = 'Keep a copy of it, then choose another --store or recover what is left with: sqlite3 FILE .recover';

/** What is wrong, and the way out, in the words of a person who keeps files. */
function describeFailure(cause: unknown, busyTimeoutMs: number): string {
  const told = cause instanceof Error ? cause.message : String(cause);
  const code = sqliteCode(cause);
  switch (code) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return `has been locked by another program for more than ${busyTimeoutMs / 1000} s. End that program (a database browser, a backup), then give the same command again`;
    case SQLITE_PERM:
    case SQLITE_READONLY:
      return `cannot be written: the file or its folder is read-only. Make both writable, or copy the store to a place that is`;
    case SQLITE_CANTOPEN:
      return `cannot be opened (${told}). Its folder must exist, be writable and have room, for SQLite keeps two files beside it`;
    case SQLITE_FULL:
      return 'cannot grow: the disk is full. What was stored is unharmed; make room, then give the same command again';
    case SQLITE_IOERR:
      return `cannot be read or written (${told}): the disk is full or failing. Free some room or move the store, then give the same command again`;
    case SQLITE_CORRUPT:
      return `is damaged (${told}). ${rescue}`;
    case SQLITE_NOTADB:
      return 'is not a store: the file is not an SQLite database. Name another file with --store';
    case undefined:
    default:
      return `failed: ${told}`;
  }
}

/** Turns whatever SQLite throws into a `StoreError`; errors of ours pass as they are. */
export function toStoreError(cause: unknown, location: string, busyTimeoutMs: number): Error {
  if (cause instanceof Error && sqliteCode(cause) === undefined) return cause;
  return new StoreError(`the store ${location} ${describeFailure(cause, busyTimeoutMs)}`, { cause });
}
