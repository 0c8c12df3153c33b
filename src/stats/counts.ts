/** Scored trials of one arm, and in how many of them the thing happened. */
export interface Counts {
  readonly successes: number;
  readonly trials: number;
}

/** Throws a RangeError naming the value unless both are whole numbers with 0 <= successes <= trials. */
export function checkCounts({ successes, trials }: Counts): void {
  if (!Number.isSafeInteger(trials) || trials < 0) throw new RangeError(`trials must be a whole number from 0: ${trials}`);
  if (!Number.isSafeInteger(successes) || successes < 0 || successes > trials) {
    throw new RangeError(`successes must be a whole number from 0 to ${trials} trials: ${successes}`);
  }
}
