import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll } from 'vitest';

import { storeContract } from '../../testing/store-contract.ts';
import { createSqliteStore } from './sqlite-store.ts';

const folder = mkdtempSync(join(tmpdir(), 'offswitch-store-'));
afterAll(() => rmSync(folder, { recursive: true }));

storeContract('SQLite', ({ place, worker, clock }) => createSqliteStore({ path: join(folder, place), worker, clock }));
