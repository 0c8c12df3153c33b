import { checkPValues } from './p-values.ts';

/**
 * P-values adjusted so that, of what is rejected where the adjusted one is at most q, a share of at most q is false on average. It
 * holds for independent tests and for such as depend positively on each other; it does not bound the chance of any false finding.
 * In the order given; RangeError for one outside [0, 1].
 * References: Benjamini & Hochberg (1995) JRSS B 57:289-300; Benjamini & Yekutieli (2001) Annals of Statistics 29:1165-1188.
 */
export function benjaminiHochberg(pValues: readonly number[]): readonly number[] {
  checkPValues(pValues);
  const ranked = pValues.map((p, index) => ({ p, index })).sort((left, right) => right.p - left.p);
  const adjusted = pValues.map(() => 1);
  let most = 1;
  for (const [fromTheLargest, { p, index }] of ranked.entries()) {
    most = Math.min(most, (ranked.length * p) / (ranked.length - fromTheLargest));
    adjusted[index] = most;
  }
  return adjusted;
}
