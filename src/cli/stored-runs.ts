import { existsSync } from 'node:fs';
import { UsageError } from '../core/errors.ts';
import type { RunRecord, Store } from '../core/ports/store.ts';
import { knownNames } from '../util/nearest-name.ts';
import type { CliContext } from './context.ts';
import { openStore, storePath } from './open-store.ts';

/** Opens a store that must be there already. @throws UsageError where it is not */
export async function openExistingStore(given: string, context: CliContext): Promise<Store> {
  if (!existsSync(storePath(given))) {
    throw new UsageError(`there is no store at ${given}: run something first, or name it with --store`);
  }
  return openStore(given, context);
}

/**
 * The one run that an id or its beginning names; the newest where none is given.
 * @throws UsageError where there is none, or several that begin so
 */
export async function findStoredRun(store: Store, id: string | undefined): Promise<RunRecord> {
  const runs = await store.listRuns();
  const found = id === undefined ? runs.slice(0, 1) : runs.filter((run) => run.id.startsWith(id));
  const [run, ...others] = found;
  const ids = runs.map((one) => one.id);
  if (run === undefined) {
    if (ids.length === 0) throw new UsageError(`no run is stored in ${store.location} yet: run something first`);
    throw new UsageError(`there is no run "${id ?? ''}" in ${store.location}${knownNames(id ?? '', ids)}`);
  }
  if (others.length > 0)
    throw new UsageError(
      `"${id ?? ''}" is the beginning of ${found.length} runs (${found.map((one) => one.id).join(', ')}): give more of it`,
    );
  return run;
}
