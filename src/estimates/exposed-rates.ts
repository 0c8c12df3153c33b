import type { Estimate } from '../core/estimate.ts';
import { exposures, type Arm, type ExposureName } from './arm.ts';
import { rateEstimate } from './rate-estimate.ts';

/**
 * The rate of the primary verdict among the trials that came to see something. Description only: who reads what is the subject's own
 * doing, so these are never contrasted between arms.
 */
export function exposedRates({ exposed }: Arm): { readonly [Name in ExposureName]: Estimate } {
  const rates = exposures.map((name) => [name, rateEstimate(exposed[name])] as const);
  return Object.fromEntries(rates) as { [Name in ExposureName]: Estimate };
}
