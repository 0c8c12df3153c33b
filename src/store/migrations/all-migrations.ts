import { firstTables } from './001-first-tables.ts';
import { judgements } from './002-judgements.ts';
import type { Migration } from './migration.ts';

/** In order of versions, from 1 without a gap. */
export const allMigrations: readonly Migration[] = [firstTables, judgements];
