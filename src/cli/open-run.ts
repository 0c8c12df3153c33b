import type { RunRecord, StoppingRule, Store } from '../core/ports/store.ts';
import { runIdOf, type Plan } from '../runner/plan.ts';

async function latestFreshness(store: Store, plan: Plan): Promise<number> {
  let freshness = -1;
  while (await store.findRun(runIdOf(plan.identity, freshness + 1))) freshness += 1;
  return freshness;
}

/** A run that has stopped by the same rule before still has. */
function takeUp(rule: StoppingRule, before: StoppingRule | undefined): StoppingRule {
  return before?.contrast === rule.contrast && before.width === rule.width ? before : rule;
}

/** The stored run that a plan continues, made where there is none; `isFresh` starts another beside it. */
export async function openPlannedRun(
  store: Store,
  plan: Plan,
  options: { readonly isFresh: boolean; readonly createdAt: string; readonly stopping?: StoppingRule | undefined },
): Promise<{ readonly record: RunRecord; readonly isNew: boolean }> {
  const latest = await latestFreshness(store, plan);
  const freshness = options.isFresh ? latest + 1 : Math.max(0, latest);
  const id = runIdOf(plan.identity, freshness);
  const before = await store.findRun(id);
  const record: RunRecord = {
    id,
    schemaVersion: 1,
    createdAt: options.createdAt,
    identity: plan.identity,
    repeats: plan.repeats,
    freshness,
    ...(options.stopping === undefined ? {} : { stopping: takeUp(options.stopping, before?.stopping) }),
  };
  return { record: await store.openRun(record), isNew: before === undefined };
}
