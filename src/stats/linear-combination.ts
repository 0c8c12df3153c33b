import type { Interval } from './interval.ts';

/** One independent estimate and its factor in the sum. */
export interface Term {
  readonly coefficient: number;
  readonly estimate: Interval;
}

function checkTerm({ coefficient, estimate }: Term): void {
  const { value, low, high } = estimate;
  if (!Number.isFinite(coefficient)) throw new RangeError(`the coefficient must be finite: ${coefficient}`);
  if (!(Number.isFinite(low) && Number.isFinite(high) && low <= value && value <= high)) {
    throw new RangeError(`an estimate must lie within finite limits: ${value} [${low}, ${high}]`);
  }
}

/**
 * The interval of a weighted sum of independent estimates from their own intervals (MOVER, "square and add"): the distance to
 * each limit is the root of the summed squares of the terms' distances on that side.
 * Reference: Zou, Huang & Zhang (2009) Computational Statistics & Data Analysis 53:1080-1085.
 */
export function linearCombination(terms: readonly Term[]): Interval {
  terms.forEach(checkTerm);
  const value = terms.reduce((sum, { coefficient, estimate }) => sum + coefficient * estimate.value, 0);
  const distances = terms.map(({ coefficient, estimate: { value: centre, low, high } }) => {
    const [below, above] = coefficient >= 0 ? [centre - low, high - centre] : [high - centre, centre - low];
    return { below: coefficient * below, above: coefficient * above };
  });
  return {
    value,
    low: value - Math.hypot(...distances.map(({ below }) => below)),
    high: value + Math.hypot(...distances.map(({ above }) => above)),
  };
}
