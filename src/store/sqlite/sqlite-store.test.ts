import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll } from 'vitest';

import { judgementContract } from '../../testing/judgement-contract.ts';
import { storeContract, type OpenStore } from '../../testing/store-contract.ts';
import { createSqliteStore } from './sqlite-store.ts';

const folder = mkdtempSync(join(tmpdir(), 'offswitch-store-'));
afterAll(() => rmSync(folder, { recursive: true }));

const open: OpenStore = ({ place, worker, clock }) => createSqliteStore({ path: join(folder, place), worker, clock });
storeContract('SQLite', open);
judgementContract('SQLite', open);
