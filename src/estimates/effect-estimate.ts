import type { Estimate } from '../core/estimate.ts';
import { differenceOfDifferences } from '../stats/difference-of-differences.ts';
import { riskDifferenceBounds } from '../stats/risk-difference-bounds.ts';
import { stratifiedDifference } from '../stats/stratified-difference.ts';
import { markAt, type Mark } from './block-marks.ts';
import type { VerdictColumn } from './verdict-column.ts';

/** What a block holds of one arm, by its mark: shared, since a run has millions. */
const countsByMark = {
  none: { successes: 0, trials: 0, unscored: 0, latched: 0 },
  no: { successes: 0, trials: 1, unscored: 0, latched: 0 },
  yes: { successes: 1, trials: 1, unscored: 0, latched: 0 },
  unscored: { successes: 0, trials: 0, unscored: 1, latched: 0 },
  latched: { successes: 0, trials: 0, unscored: 1, latched: 1 },
} as const;

const countsOf = (mark: Mark | undefined) => countsByMark[mark ?? 'none'];

/** Both arms in these blocks: a block is a stratum of one trial an arm, and what has no score counts apart. */
export function strataOfBlocks(
  { treated, control }: { readonly treated: VerdictColumn; readonly control: VerdictColumn },
  blocks: readonly number[],
) {
  return blocks.map((block) => ({ treated: countsOf(markAt(treated.marks, block)), control: countsOf(markAt(control.marks, block)) }));
}

/** Both arms in every block that one of them has a trial in. */
export function strataOf(treated: VerdictColumn, control: VerdictColumn) {
  const end = Math.max(treated.marks.end, control.marks.end);
  return Array.from({ length: end }, (_, block) => [markAt(treated.marks, block), markAt(control.marks, block)] as const)
    .filter(([one, other]) => one !== undefined || other !== undefined)
    .map(([one, other]) => ({ treated: countsOf(one), control: countsOf(other) }));
}

type BlockStratum = ReturnType<typeof strataOf>[number];

/** Scored trials beyond those that count in a difference: their blocks have none in another arm. Nothing where there is none. */
export function unpairedIn(strata: readonly BlockStratum[], counted: number): Pick<Estimate, 'unpaired'> {
  const unpaired = strata.reduce((sum, { treated, control }) => sum + treated.trials + control.trials, 0) - counted;
  return unpaired > 0 ? { unpaired } : {};
}

/** With fewer in an arm the interval of `stratifiedDifference` may cover less than it says. */
export const LEAST_TRIALS = 5;

/** What is said of an arm of so many trials; nothing where they suffice. */
export function thinArm(trials: number): { readonly smallestArm?: number } {
  return trials < LEAST_TRIALS ? { smallestArm: trials } : {};
}

/** Of several effects together. */
export function unpairedOf(estimates: readonly Estimate[]): Pick<Estimate, 'unpaired'> {
  const unpaired = estimates.reduce((sum, own) => sum + (own.unpaired ?? 0), 0);
  return unpaired > 0 ? { unpaired } : {};
}

/**
 * Risk difference, treated less control, stratified by block (Mantel-Haenszel) with Newcombe's interval, beyond a half Mee's. Blocks in which
 * an arm has no scored trial hold no difference: their unscored trials move the bounds, and their scored ones are counted as unpaired.
 */
export function effectEstimate(treated: VerdictColumn, control: VerdictColumn): Estimate {
  const strata = strataOf(treated, control);
  const unscored = strata.reduce((sum, stratum) => sum + stratum.treated.unscored + stratum.control.unscored, 0);
  const difference = stratifiedDifference(strata);
  const unpaired = unpairedIn(strata, 2 * (difference?.usedStrata ?? 0));
  if (!difference) return { kind: 'not-estimable', because: 'no block has a scored trial in both arms', unscored, ...unpaired };
  const bounds = riskDifferenceBounds(strata);
  const { value, low, high, usedStrata } = difference;
  return {
    kind: 'estimated',
    value,
    low,
    high,
    trials: 2 * usedStrata,
    unscored,
    bounds: bounds ? [Math.min(bounds.low, value), Math.max(bounds.high, value)] : [-1, 1],
    ...unpaired,
    ...thinArm(usedStrata),
  };
}

/** The first effect less the second, where they share no trial. Its bounds are those of both at their worst. */
export function differenceOfEffects(first: Estimate, second: Estimate): Estimate {
  const unscored = first.unscored + second.unscored;
  const unpaired = unpairedOf([first, second]);
  if (first.kind === 'not-estimable') return { ...first, unscored, ...unpaired };
  if (second.kind === 'not-estimable') return { ...second, unscored, ...unpaired };
  const { value, low, high } = differenceOfDifferences(first, second);
  const bounds = [first.bounds[0] - second.bounds[1], first.bounds[1] - second.bounds[0]] as const;
  const thin = thinArm(Math.min(first.smallestArm ?? LEAST_TRIALS, second.smallestArm ?? LEAST_TRIALS));
  return { kind: 'estimated', value, low, high, trials: first.trials + second.trials, unscored, bounds, ...unpaired, ...thin };
}
