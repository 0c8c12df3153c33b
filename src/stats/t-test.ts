import { studentTUpperTail } from './distributions.ts';

export interface TTest {
  readonly t: number;
  readonly degreesOfFreedom: number;
  /** Two-sided. */
  readonly pValue: number;
}

/** The two-sided test of "the true value is 0" from an estimate and its standard error. Reference: Student (1908) Biometrika 6:1-25. */
export function tTest(estimate: { readonly value: number; readonly standardError: number; readonly degreesOfFreedom: number }): TTest {
  const { value, standardError, degreesOfFreedom } = estimate;
  const t = value / standardError;
  return { t, degreesOfFreedom, pValue: Math.min(1, 2 * studentTUpperTail(Math.abs(t), degreesOfFreedom)) };
}
