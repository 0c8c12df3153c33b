import { normalQuantile, studentTQuantile } from './distributions.ts';

/** Throws a RangeError naming the value unless 0 < confidence < 1. */
export function checkConfidence(confidence: number): void {
  if (!(confidence > 0 && confidence < 1)) throw new RangeError(`confidence must lie between 0 and 1: ${confidence}`);
}

/** The standard normal z that a two-sided interval of this confidence reaches, or Student's t if degrees of freedom are given. */
export function criticalValue(confidence: number, degreesOfFreedom?: number): number {
  checkConfidence(confidence);
  const tail = (1 - confidence) / 2;
  return degreesOfFreedom === undefined ? -normalQuantile(tail) : -studentTQuantile(tail, degreesOfFreedom);
}
