const ROUNDING_STEPS = 10;

/** Is a standard error no more than the rounding of its mean? The bar is that of R's t.test ("data are essentially constant"). */
export function isConstant(standardError: number, mean: number): boolean {
  return standardError <= ROUNDING_STEPS * Number.EPSILON * Math.abs(mean);
}
