import type { RunRecord, Store } from '../core/ports/store.ts';
import { runIdOf, type Plan } from '../runner/plan.ts';

async function latestFreshness(store: Store, plan: Plan): Promise<number> {
  let freshness = -1;
  while (await store.findRun(runIdOf(plan.identity, freshness + 1))) freshness += 1;
  return freshness;
}

/** The stored run that a plan continues, made where there is none; `isFresh` starts another beside it. */
export async function openPlannedRun(
  store: Store,
  plan: Plan,
  options: { readonly isFresh: boolean; readonly createdAt: string },
): Promise<{ readonly record: RunRecord; readonly isNew: boolean }> {
  const latest = await latestFreshness(store, plan);
  const freshness = options.isFresh ? latest + 1 : Math.max(0, latest);
  const record: RunRecord = {
    id: runIdOf(plan.identity, freshness),
    schemaVersion: 1,
    createdAt: options.createdAt,
    identity: plan.identity,
    repeats: plan.repeats,
    freshness,
  };
  const before = await store.findRun(record.id);
  return { record: await store.openRun(record), isNew: before === undefined };
}
