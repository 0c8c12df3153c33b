import { resolve } from 'node:path';
import type { Store } from '../core/ports/store.ts';
import { createSqliteStore } from '../store/sqlite/sqlite-store.ts';
import { createWorkerProbe } from '../store/worker-probe.ts';
import type { CliContext } from './context.ts';

/** Opens the store that the command line names. */
export async function openStore(path: string, context: CliContext): Promise<Store> {
  return createSqliteStore({ path: resolve(path), worker: createWorkerProbe(), clock: context.clock });
}
