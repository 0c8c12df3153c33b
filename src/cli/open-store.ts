import { resolve } from 'node:path';
import { UsageError } from '../core/errors.ts';
import type { Store } from '../core/ports/store.ts';
import { createSqliteStore } from '../store/sqlite/sqlite-store.ts';
import { createWorkerProbe } from '../store/worker-probe.ts';
import type { CliContext } from './context.ts';

const URL_OF_A_SERVER = /^[a-z][a-z0-9+.-]+:\/\//i;

/** Where `--store` points. @throws UsageError for what is no path */
export function storePath(given: string): string {
  if (!URL_OF_A_SERVER.test(given)) return resolve(given);
  throw new UsageError('--store takes the path of a file, such as .offswitch/store.db; a URL is not supported yet');
}

/** Opens the store that the command line names. @throws UsageError for what is no path, StoreError where it cannot be used */
export async function openStore(given: string, context: CliContext): Promise<Store> {
  return createSqliteStore({ path: storePath(given), worker: createWorkerProbe(), clock: context.clock });
}
