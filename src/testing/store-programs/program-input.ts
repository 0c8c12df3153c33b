import type { Clock } from '../../core/ports/clock.ts';
import type { Store, WorkerProbe } from '../../core/ports/store.ts';

/** How a process of its own opens a store: the adapter comes as a module to import, for this folder knows none. */
export interface StoreRecipe {
  /** URL of the module that exports `create`. */
  readonly module: string;
  readonly create: string;
  /** What `create` needs besides worker and clock: plain JSON. */
  readonly options: Readonly<Record<string, unknown>>;
  /** URL of the module that exports `createWorkerProbe`. */
  readonly probeModule: string;
}

type CreateStore = (options: { readonly worker: WorkerProbe; readonly clock: Clock }) => Promise<Store>;

async function pause(ms: number): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  setTimeout(resolve, ms);
  await promise;
}

const stillClock: Clock = { nowMs: () => 0, sleep: pause };

/** The one argument of a store program. */
export function readInput<Input>(): Input {
  return JSON.parse(process.argv[2] ?? '{}') as Input;
}

export async function openByRecipe(recipe: StoreRecipe): Promise<Store> {
  const adapter = (await import(recipe.module)) as Record<string, CreateStore | undefined>;
  const { createWorkerProbe } = (await import(recipe.probeModule)) as { createWorkerProbe: () => WorkerProbe };
  const create = adapter[recipe.create];
  if (!create) throw new Error(`${recipe.module} exports no ${recipe.create}`);
  return create({ ...recipe.options, worker: createWorkerProbe(), clock: stillClock });
}
