import type { Estimate } from '../core/estimate.ts';
import { differenceOfDifferences } from '../stats/difference-of-differences.ts';
import { riskDifferenceBounds } from '../stats/risk-difference-bounds.ts';
import { stratifiedDifference } from '../stats/stratified-difference.ts';
import type { Mark, VerdictColumn } from './verdict-column.ts';

function countsOf(mark: Mark | undefined) {
  return {
    successes: mark === 'yes' ? 1 : 0,
    trials: mark === 'yes' || mark === 'no' ? 1 : 0,
    unscored: mark === 'unscored' || mark === 'latched' ? 1 : 0,
    latched: mark === 'latched' ? 1 : 0,
  };
}

/** Both arms block by block: a block is a stratum of one trial an arm, and what has no score counts apart. */
export function strataOf(treated: VerdictColumn, control: VerdictColumn) {
  const blocks = [...new Set([...treated.marks.keys(), ...control.marks.keys()])];
  return blocks.map((block) => ({ treated: countsOf(treated.marks.get(block)), control: countsOf(control.marks.get(block)) }));
}

/**
 * Risk difference, treated less control, stratified by block (Mantel-Haenszel) with Newcombe's interval, beyond a half Mee's. Blocks in which
 * an arm has no scored trial hold no difference: they count as unscored and move the bounds.
 */
export function effectEstimate(treated: VerdictColumn, control: VerdictColumn): Estimate {
  const strata = strataOf(treated, control);
  const unscored = strata.reduce((sum, stratum) => sum + stratum.treated.unscored + stratum.control.unscored, 0);
  const difference = stratifiedDifference(strata);
  if (!difference) return { kind: 'not-estimable', because: 'no block has a scored trial in both arms', unscored };
  const bounds = riskDifferenceBounds(strata);
  const { value, low, high } = difference;
  return {
    kind: 'estimated',
    value,
    low,
    high,
    trials: 2 * difference.usedStrata,
    unscored,
    bounds: bounds ? [Math.min(bounds.low, value), Math.max(bounds.high, value)] : [-1, 1],
  };
}

/** The first effect less the second, where they share no trial. Its bounds are those of both at their worst. */
export function differenceOfEffects(first: Estimate, second: Estimate): Estimate {
  const unscored = first.unscored + second.unscored;
  if (first.kind === 'not-estimable') return { ...first, unscored };
  if (second.kind === 'not-estimable') return { ...second, unscored };
  const { value, low, high } = differenceOfDifferences(first, second);
  const bounds = [first.bounds[0] - second.bounds[1], first.bounds[1] - second.bounds[0]] as const;
  return { kind: 'estimated', value, low, high, trials: first.trials + second.trials, unscored, bounds };
}
