import { checkPValues } from './p-values.ts';
import { chiSquareUpperTail } from './distributions.ts';

export interface FisherCombination {
  /** -2 times the sum of the logarithms: chi-square where every null holds and the p-values are independent. */
  readonly statistic: number;
  /** Two for each p-value. */
  readonly degreesOfFreedom: number;
  readonly pValue: number;
}

/**
 * One p-value from several independent ones. A p of 0 gives an infinite statistic and p 0, unless `clamp` (a smallest p-value) lifts
 * it. `undefined` for none; RangeError for one outside [0, 1] or a clamp outside (0, 1). Two-sided p-values know no direction:
 * opposite effects add up here. Not for dependent tests. Reference: Fisher (1932) Statistical Methods for Research Workers, section 21.1.
 */
export function fisherCombination(pValues: readonly number[], clamp?: number): FisherCombination | undefined {
  checkPValues(pValues);
  if (clamp !== undefined && !(clamp > 0 && clamp < 1)) throw new RangeError(`the clamp must lie between 0 and 1: ${clamp}`);
  if (pValues.length === 0) return undefined;
  const statistic = -2 * pValues.reduce((sum, p) => sum + Math.log(Math.max(p, clamp ?? 0)), 0);
  const degreesOfFreedom = 2 * pValues.length;
  // Where every p-value is 1 the sum is -0, which is no statistic to show.
  return { statistic: statistic + 0, degreesOfFreedom, pValue: chiSquareUpperTail(Math.max(0, statistic), degreesOfFreedom) };
}
