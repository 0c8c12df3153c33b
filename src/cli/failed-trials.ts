import type { Store } from '../core/ports/store.ts';

/** The failed trials of a run by what went wrong, the most frequent first. */
export interface Failures {
  readonly trials: number;
  /** Has every trial that ended failed, and each by the provider? Then there is nothing to read in the results. */
  readonly isProviderDown: boolean;
  /** One line for each kind of failure, with an example. */
  readonly lines: readonly string[];
}

/** Reads why trials failed: their last attempts, as the store has them. */
export async function readFailures(store: Store, run: string): Promise<Failures> {
  const kinds = new Map<string, { trials: number; readonly because: string }>();
  let [ended, failed, byProvider] = [0, 0, 0];
  for await (const { outcome } of store.records(run)) {
    ended += 1;
    if (outcome.kind !== 'failed') continue;
    failed += 1;
    if (outcome.by === 'provider') byProvider += 1;
    const name = `${outcome.by}, ${outcome.code}`;
    const kind = kinds.get(name) ?? { trials: 0, because: outcome.because };
    kind.trials += 1;
    kinds.set(name, kind);
  }
  const sorted = [...kinds].sort(([, left], [, right]) => right.trials - left.trials);
  const lines = sorted.map(([name, { trials, because }]) => `  ${trials} x ${name}: ${because}`);
  return { trials: failed, isProviderDown: failed > 0 && byProvider === ended, lines };
}
