import type { Plan } from '../runner/plan.ts';
import type { RunFlags } from './run-options.ts';

const DEFAULT_CONCURRENCY = { simulated: 16, real: 8 };

/** How many trials run at once. */
export function concurrencyOf(flags: RunFlags, plan: Plan): number {
  const isSimulated = plan.subjects.every((subject) => subject.isSimulated);
  return flags.concurrency ?? (isSimulated ? DEFAULT_CONCURRENCY.simulated : DEFAULT_CONCURRENCY.real);
}
