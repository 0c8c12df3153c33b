import { betainc, betaincinv, erfc, erfcinv, gammainc, gammaln } from './distributions.generated.js';

/**
 * Distribution functions over the special functions of @stdlib. Upper tails are computed as such, never as 1 - cdf, so that
 * a tail of 1e-40 keeps its digits. Arguments outside the domain throw a RangeError.
 * Reference: DLMF 7.2 (erfc), 8.2 (incomplete gamma), 8.17 (incomplete beta; 8.17.5 for the binomial).
 */

function requireThat(isMet: boolean, name: string, value: number): void {
  if (!isMet) throw new RangeError(`${name} is out of range: ${value}`);
}

function requireProbability(p: number): void {
  requireThat(p >= 0 && p <= 1, 'the probability', p);
}

function requirePositive(name: string, value: number): void {
  requireThat(value > 0 && value < Infinity, name, value);
}

/** P(Z <= z) for a standard normal Z. */
export function normalCdf(z: number): number {
  requireThat(!Number.isNaN(z), 'z', z);
  return erfc(-z / Math.SQRT2) / 2;
}

/** P(Z > z) for a standard normal Z. */
export function normalUpperTail(z: number): number {
  return normalCdf(-z);
}

/** The z with P(Z <= z) = p. */
export function normalQuantile(p: number): number {
  requireProbability(p);
  return p === 0.5 ? 0 : -Math.SQRT2 * erfcinv(2 * p);
}

function requireBeta(x: number, a: number, b: number): void {
  requireProbability(x);
  requirePositive('the first shape', a);
  requirePositive('the second shape', b);
}

/** P(X <= x) for X ~ Beta(a, b). */
export function betaCdf(x: number, a: number, b: number): number {
  requireBeta(x, a, b);
  return betainc(x, a, b, true, false);
}

/** The x with P(X <= x) = p for X ~ Beta(a, b). */
export function betaQuantile(p: number, a: number, b: number): number {
  requireBeta(p, a, b);
  return betaincinv(p, a, b, false);
}

/** The x with P(X > x) = p for X ~ Beta(a, b). */
export function betaUpperQuantile(p: number, a: number, b: number): number {
  requireBeta(p, a, b);
  return betaincinv(p, a, b, true);
}

/** P(T > t) for Student's t with a whole or fractional number of degrees of freedom. */
export function studentTUpperTail(t: number, degreesOfFreedom: number): number {
  requireThat(!Number.isNaN(t), 't', t);
  requirePositive('the degrees of freedom', degreesOfFreedom);
  if (Math.abs(t) === Infinity) return t > 0 ? 0 : 1;
  const square = t * t;
  // Whichever argument is small is the one without cancellation.
  const beyond =
    square < degreesOfFreedom
      ? betainc(square / (degreesOfFreedom + square), 0.5, degreesOfFreedom / 2, true, true)
      : betainc(degreesOfFreedom / (degreesOfFreedom + square), degreesOfFreedom / 2, 0.5, true, false);
  return t >= 0 ? beyond / 2 : 1 - beyond / 2;
}

/** P(T <= t) for Student's t. */
export function studentTCdf(t: number, degreesOfFreedom: number): number {
  return studentTUpperTail(-t, degreesOfFreedom);
}

/** The t with P(T <= t) = p. */
export function studentTQuantile(p: number, degreesOfFreedom: number): number {
  requireProbability(p);
  requirePositive('the degrees of freedom', degreesOfFreedom);
  if (p === 0.5) return 0;
  if (p === 0 || p === 1) return p === 0 ? -Infinity : Infinity;
  const tail = Math.min(p, 1 - p);
  const share = betaincinv(2 * tail, degreesOfFreedom / 2, 0.5, false);
  const rest = betaincinv(2 * tail, 0.5, degreesOfFreedom / 2, true);
  const size = Math.sqrt((degreesOfFreedom * rest) / share);
  return p < 0.5 ? -size : size;
}

function requireBinomial(successes: number, trials: number, rate: number): void {
  requireThat(Number.isInteger(trials) && trials >= 0, 'the number of trials', trials);
  requireThat(Number.isInteger(successes) && successes >= 0 && successes <= trials, 'the number of successes', successes);
  requireProbability(rate);
}

/** P(X = successes) for X ~ Binomial(trials, rate). */
export function binomialProbability(successes: number, trials: number, rate: number): number {
  requireBinomial(successes, trials, rate);
  if (rate === 0 || rate === 1) return successes === trials * rate ? 1 : 0;
  const failures = trials - successes;
  const choices = gammaln(trials + 1) - gammaln(successes + 1) - gammaln(failures + 1);
  return Math.exp(choices + successes * Math.log(rate) + failures * Math.log1p(-rate));
}

/** P(X <= successes) for X ~ Binomial(trials, rate). */
export function binomialCdf(successes: number, trials: number, rate: number): number {
  requireBinomial(successes, trials, rate);
  return successes === trials ? 1 : betainc(rate, successes + 1, trials - successes, true, true);
}

/** P(X >= successes) for X ~ Binomial(trials, rate): this tail includes the value itself. */
export function binomialUpperTail(successes: number, trials: number, rate: number): number {
  requireBinomial(successes, trials, rate);
  return successes === 0 ? 1 : betainc(rate, successes, trials - successes + 1, true, false);
}

/** P(X > x) for a chi-square X. */
export function chiSquareUpperTail(x: number, degreesOfFreedom: number): number {
  requireThat(x >= 0, 'x', x);
  requirePositive('the degrees of freedom', degreesOfFreedom);
  if (x === Infinity) return 0;
  return gammainc(x / 2, degreesOfFreedom / 2, true, true);
}
