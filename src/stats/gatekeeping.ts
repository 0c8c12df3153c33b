import { holmAdjust } from './holm-adjust.ts';

/**
 * Adjusted p-values for families of hypotheses in a declared order: Holm within each family, and a family is looked at only once all
 * of every earlier family are rejected, so an adjusted p is at least the largest of all earlier families. Whoever rejects where it is
 * at most a makes any false finding, in all families together, in at most a share a of cases, whatever the dependence and whichever
 * nulls hold. The order must be declared before the data are seen. A hypothesis without a p-value keeps the gate shut: give it as 1.
 * In the order given; RangeError for a p-value outside [0, 1].
 * References: Westfall & Krishen (2001) Journal of Statistical Planning and Inference 99:25-40; Dmitrienko, Offen & Westfall (2003)
 * Statistics in Medicine 22:2387-2400 (serial gatekeeping).
 */
export function gatekeepingAdjust(families: readonly (readonly number[])[]): readonly (readonly number[])[] {
  let gate = 0;
  return families.map((pValues) => {
    const adjusted = holmAdjust(pValues).map((p) => Math.max(gate, p));
    gate = Math.max(gate, ...adjusted);
    return adjusted;
  });
}
