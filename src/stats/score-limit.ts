import { constrainedRates, type RateTerm, sumOfRates } from './constrained-rates.ts';

const DOUBLINGS = 60;
const HALVINGS = 48;

export interface ScoreQuestion {
  readonly terms: readonly RateTerm[];
  readonly criticalZ: number;
  /** The variance of the estimated sum where these are the true rates. */
  readonly varianceAt: (rates: readonly number[]) => number;
}

/** The variance of a sum of independent rates. */
export function independentVariance(terms: readonly RateTerm[], rates: readonly number[]): number {
  return terms.reduce((sum, { coefficient, size }, index) => {
    const rate = rates[index] ?? 0;
    return sum + (coefficient ** 2 * rate * (1 - rate)) / size;
  }, 0);
}

/**
 * The value of a sum of rates that lies furthest up or down and is not rejected by the score test: the estimate is less than
 * z standard errors away, as they would be if that value were true. Found along the Lagrange multiplier, in one search.
 * Reference: `constrainedRates`; Mee (1984) Biometrics 40:1175-1176.
 */
export function scoreLimit({ terms, criticalZ, varianceAt }: ScoreQuestion, side: 'low' | 'high'): number {
  const seen = sumOfRates(
    terms,
    terms.map(({ rate }) => rate),
  );
  const at = (multiplier: number) => {
    const rates = constrainedRates(terms, side === 'low' ? multiplier : -multiplier);
    const sum = sumOfRates(terms, rates);
    return { sum, isKept: (seen - sum) ** 2 <= criticalZ ** 2 * varianceAt(rates) };
  };
  let [inside, outside] = [0, 1];
  for (let step = 0; step < DOUBLINGS && at(outside).isKept; step += 1) [inside, outside] = [outside, 2 * outside];
  for (let step = 0; step < HALVINGS; step += 1) {
    const middle = (inside + outside) / 2;
    if (at(middle).isKept) inside = middle;
    else outside = middle;
  }
  return at(inside).sum;
}
