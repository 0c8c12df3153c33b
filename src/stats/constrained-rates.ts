/** One arm of a sum of rates: its factor, the rate seen in it, and the trials behind that; an effective number may be fractional. */
export interface RateTerm {
  readonly coefficient: number;
  readonly rate: number;
  readonly size: number;
}

/** The rate that is likeliest under a multiplier: the root within [0, 1] of a p^2 - (n + a) p + x, written so that nothing cancels. */
function likeliestRate({ coefficient, rate, size }: RateTerm, multiplier: number): number {
  const pull = multiplier * coefficient;
  const sum = size + pull;
  const root = Math.sqrt(Math.max(0, sum * sum - 4 * pull * rate * size));
  const found = sum >= 0 ? (2 * rate * size) / (sum + root) : (sum - root) / (2 * pull);
  return Number.isNaN(found) ? 0 : Math.min(1, Math.max(0, found));
}

/**
 * The likeliest rates among those with the same sum of coefficient times rate: one set for each Lagrange multiplier, whose sum
 * falls from the largest to the smallest possible as the multiplier grows; at 0 they are the rates seen.
 * Reference: Miettinen & Nurminen (1985) Statistics in Medicine 4:213-226; for more than two rates Martin Andres, Herranz
 * Tejedor & Alvarez Hernandez (2011) Computational Statistics & Data Analysis 55:2208-2223.
 */
export function constrainedRates(terms: readonly RateTerm[], multiplier: number): readonly number[] {
  return terms.map((term) => likeliestRate(term, multiplier));
}

export function sumOfRates(terms: readonly RateTerm[], rates: readonly number[]): number {
  return terms.reduce((sum, { coefficient }, index) => sum + coefficient * (rates[index] ?? 0), 0);
}
