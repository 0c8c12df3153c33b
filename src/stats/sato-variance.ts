import { type Stratum, weightedDifference, type WeightedStratum } from './stratum.ts';

/** The variance of one stratum's difference if its true value is the pooled one: no square of a rate, so one trial per arm will do. */
function varianceWithin({ treated, control }: Stratum, difference: number): number {
  const [n1, n0] = [treated.trials, control.trials];
  const [p1, p0] = [treated.successes / n1, control.successes / n0];
  const discordance = ((n1 + n0) / 2) * (p1 * (1 - p0) + p0 * (1 - p1));
  return (difference * (n1 * p0 - n0 * p1 + (n0 - n1) / 2) + discordance) / (n1 * n0);
}

/**
 * The variance of a weighted difference over strata: consistent for few large strata and for many small ones, down to one trial per
 * arm; too large rather than too small where the strata differ in their true difference. Sato gives it for Mantel-Haenszel
 * weights; the same terms hold for any. Reference: Sato (1989) Biometrics 45:1323-1324.
 */
export function satoVariance(strata: readonly WeightedStratum[]): number {
  const difference = weightedDifference(strata);
  return Math.max(
    0,
    strata.reduce((sum, stratum) => sum + stratum.weight ** 2 * varianceWithin(stratum, difference), 0),
  );
}
