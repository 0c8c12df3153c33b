import { checkPValues } from './p-values.ts';

/**
 * P-values of one family, adjusted so that whoever rejects where the adjusted one is at most a makes any false finding in at
 * most a share a of families, whatever the dependence between them. In the order given; RangeError for one outside [0, 1].
 * Reference: Holm (1979) Scandinavian Journal of Statistics 6:65-70.
 */
export function holmAdjust(pValues: readonly number[]): readonly number[] {
  checkPValues(pValues);
  const ranked = pValues.map((p, index) => ({ p, index })).sort((left, right) => left.p - right.p);
  const adjusted = pValues.map(() => 1);
  let least = 0;
  for (const [rank, { p, index }] of ranked.entries()) {
    least = Math.max(least, Math.min(1, (ranked.length - rank) * p));
    adjusted[index] = least;
  }
  return adjusted;
}
