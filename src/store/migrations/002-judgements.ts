import type { Migration } from './migration.ts';

/** Append-only: a trial judged again keeps what was concluded before. */
export const judgements: Migration = {
  version: 2,
  sql: `
    CREATE TABLE judgements (
      number INTEGER PRIMARY KEY,
      run INTEGER NOT NULL REFERENCES runs (number),
      schema_version INTEGER NOT NULL,
      judgement TEXT NOT NULL
    ) STRICT;
    CREATE INDEX judgements_by_run ON judgements (run, number);

    CREATE TABLE branches (
      number INTEGER PRIMARY KEY,
      run INTEGER NOT NULL REFERENCES runs (number),
      trial TEXT NOT NULL,
      branch INTEGER NOT NULL,
      schema_version INTEGER NOT NULL,
      encoding TEXT NOT NULL CHECK (encoding IN ('zstd')),
      bytes BLOB NOT NULL,
      UNIQUE (run, trial, branch)
    ) STRICT;

    CREATE TABLE calibrations (
      number INTEGER PRIMARY KEY,
      schema_version INTEGER NOT NULL,
      calibration TEXT NOT NULL
    ) STRICT;
  `,
};
