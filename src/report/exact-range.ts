import type { Estimate } from '../core/estimate.ts';
import { clopperPearsonInterval } from '../stats/clopper-pearson-interval.ts';

/** The exact 95 % interval of a rate, as shares of 1; undefined where there is no rate. Clopper & Pearson (1934). */
export function exactRange(rate: Estimate): readonly [number, number] | undefined {
  if (rate.kind === 'not-estimable') return undefined;
  const exact = clopperPearsonInterval(Math.round(rate.value * rate.trials), rate.trials);
  return exact && [exact.low, exact.high];
}
