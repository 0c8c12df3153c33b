/** Throws a RangeError naming the value unless every p-value lies from 0 to 1. */
export function checkPValues(pValues: readonly number[]): void {
  for (const p of pValues) {
    if (!(p >= 0 && p <= 1)) throw new RangeError(`a p-value must lie from 0 to 1: ${p}`);
  }
}
