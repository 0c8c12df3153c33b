import { checkCounts, type Counts } from './counts.ts';
import { binomialUpperTail } from './distributions.ts';

/**
 * The p-value of the one-sided exact binomial test against a rate p0: the chance of at least so many successes where p0 is true; 1
 * for no success; `undefined` for 0 trials; RangeError for impossible counts or a p0 outside [0, 1].
 * Reference: Clopper & Pearson (1934) Biometrika 26:404-413.
 */
export function binomialTest(counts: Counts, nullRate: number): number | undefined {
  checkCounts(counts);
  if (!(nullRate >= 0 && nullRate <= 1)) throw new RangeError(`the null rate must lie from 0 to 1: ${nullRate}`);
  return counts.trials === 0 ? undefined : binomialUpperTail(counts.successes, counts.trials, nullRate);
}
