import type { Estimate } from '../core/estimate.ts';
import type { Counts } from '../stats/counts.ts';
import { fisherExactTest } from '../stats/fisher-exact-test.ts';
import type { Arm } from './arm.ts';
import { armAt, indexArms } from './arm-index.ts';
import type { CompletionComparison, CompletionDifference } from './effect.ts';
import { fixedSampleEstimator, type EffectEstimator } from './effect-estimator.ts';
import type { PlannedEffect } from './planned-effects.ts';
import { countColumn } from './verdict-column.ts';

/** From so many points on a difference is told although it may be chance. */
const LEAST_DIFFERENCE = 0.1;
/** 18 of 20 less 20 of 20 is ten points, whatever their binary fractions say. */
const ROUNDING = 1e-12;
const SIGNIFICANCE = 0.05;

const isLarge = (value: number) => Math.abs(value) >= LEAST_DIFFERENCE - ROUNDING;

/** Whether it is told, and as what. */
function readingOf(
  estimate: Estimate,
  pValue: number,
): (Pick<CompletionDifference, 'because'> & { readonly isWarning: boolean }) | undefined {
  if (estimate.kind === 'not-estimable') return undefined;
  const { value, low, high } = estimate;
  if (isLarge(value) && pValue < SIGNIFICANCE) return { isWarning: true, because: 'ten points or more, and more than chance' };
  if (isLarge(value)) return { isWarning: false, because: 'ten points or more, which may be chance' };
  return low > 0 || high < 0 ? { isWarning: false, because: 'less than ten points; the interval leaves 0 out' } : undefined;
}

function countsOf({ completion }: Arm): Counts {
  const { successes, trials } = countColumn(completion);
  return { successes, trials };
}

/** The twins under some effects, each once. */
function twinsOf(effects: readonly PlannedEffect[]) {
  const twins = effects
    .filter(({ pairing }) => pairing === 'blocks')
    .flatMap(({ scenario, subject, terms }) => terms.map(({ treated, control }) => ({ scenario, subject, treated, control })));
  return [...new Map(twins.map((twin) => [`${twin.subject}\u0000${twin.treated}\u0000${twin.control}`, twin])).values()];
}

/**
 * The twins under some effects whose arms do not complete alike: a trial that ran into a limit, was stopped or failed has no verdict, and
 * where that happens more often in one arm the effect may come of it. Ten points are a warning only beside a test: of eight trials one
 * lost is more than ten points.
 */
export function compareCompletion(
  effects: readonly PlannedEffect[],
  arms: readonly Arm[],
  { estimateDifference }: Pick<EffectEstimator, 'estimateDifference'> = fixedSampleEstimator,
): CompletionComparison {
  const index = indexArms(arms);
  let pairs = 0;
  const told = twinsOf(effects).flatMap((twin) => {
    const [treated, control] = [armAt(index, twin.subject, twin.treated), armAt(index, twin.subject, twin.control)];
    const pValue = treated && control && fisherExactTest(countsOf(treated), countsOf(control));
    if (treated === undefined || control === undefined || pValue === undefined) return [];
    pairs += 1;
    const estimate = estimateDifference(treated.completion, control.completion);
    const reading = readingOf(estimate, pValue);
    if (reading === undefined) return [];
    const { isWarning, because } = reading;
    return [{ isWarning, difference: { ...twin, isSimulated: treated.isSimulated, estimate, pValue, because } }];
  });
  const those = (isWarning: boolean) => told.flatMap((own) => (own.isWarning === isWarning ? [own.difference] : []));
  return { pairs, warnings: those(true), differences: those(false) };
}
