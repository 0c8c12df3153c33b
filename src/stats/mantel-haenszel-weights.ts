import type { Stratum, WeightedStratum } from './stratum.ts';

/**
 * The strata that have trials in both arms, weighted by treated trials x control trials / all trials; the others hold no difference
 * and are left out. Reference: Greenland & Robins (1985) Biometrics 41:55-68.
 */
export function mantelHaenszelWeights(strata: readonly Stratum[]): readonly WeightedStratum[] {
  const usable = strata.filter(({ treated, control }) => treated.trials > 0 && control.trials > 0);
  const sized = usable.map(({ treated, control }) => ({
    treated,
    control,
    size: (treated.trials * control.trials) / (treated.trials + control.trials),
  }));
  const total = sized.reduce((sum, { size }) => sum + size, 0);
  return sized.map(({ treated, control, size }) => ({ treated, control, weight: size / total }));
}
