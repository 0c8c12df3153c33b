import type { Migration } from './migration.ts';

/**
 * `journal` and what it grows by are written once per model reply, so it has no second index and no foreign key: the
 * insert itself checks the claim. It holds only trials in progress, so reading all of it is cheap. `tenure` counts how
 * often an attempt changed hands: a worker that lost its claim holds an old number and can write nothing.
 */
export const firstTables: Migration = {
  version: 1,
  sql: `
    CREATE TABLE runs (
      number INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      created_at TEXT NOT NULL,
      repeats INTEGER NOT NULL,
      record TEXT NOT NULL
    ) STRICT;

    CREATE TABLE workers (
      number INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      host TEXT NOT NULL,
      process_id INTEGER NOT NULL,
      started_at TEXT NOT NULL,
      heartbeat_ms INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE attempts (
      number INTEGER PRIMARY KEY,
      run INTEGER NOT NULL REFERENCES runs (number),
      trial TEXT NOT NULL,
      attempt INTEGER NOT NULL,
      worker INTEGER REFERENCES workers (number),
      tenure INTEGER NOT NULL,
      lost_requests INTEGER NOT NULL,
      outcome TEXT CHECK (outcome IN ('completed', 'limited', 'stopped', 'failed')),
      requests INTEGER,
      input_tokens INTEGER,
      output_tokens INTEGER,
      unknown_replies INTEGER,
      UNIQUE (run, trial, attempt)
    ) STRICT;

    CREATE TABLE journal (
      number INTEGER PRIMARY KEY,
      attempt INTEGER NOT NULL,
      turn INTEGER NOT NULL,
      requests INTEGER,
      input_tokens INTEGER,
      output_tokens INTEGER,
      reply TEXT
    ) STRICT;

    CREATE TABLE records (
      attempt INTEGER PRIMARY KEY REFERENCES attempts (number),
      schema_version INTEGER NOT NULL,
      record TEXT NOT NULL
    ) STRICT;

    CREATE TABLE transcripts (
      attempt INTEGER PRIMARY KEY REFERENCES attempts (number),
      schema_version INTEGER NOT NULL,
      encoding TEXT NOT NULL CHECK (encoding IN ('zstd')),
      bytes BLOB NOT NULL
    ) STRICT;
  `,
};
