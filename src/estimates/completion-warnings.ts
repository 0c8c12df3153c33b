import type { Estimate } from '../core/estimate.ts';
import type { Arm } from './arm.ts';
import { armAt, indexArms } from './arm-index.ts';
import type { CompletionWarning } from './effect.ts';
import { fixedSampleEstimator, type EffectEstimator } from './effect-estimator.ts';
import type { PlannedEffect } from './planned-effects.ts';

/** From so many points on a difference is told although it may be chance. */
const LEAST_DIFFERENCE = 0.1;
/** 18 of 20 less 20 of 20 is ten points, whatever their binary fractions say. */
const ROUNDING = 1e-12;

function reasonOf(estimate: Estimate): string | undefined {
  if (estimate.kind === 'not-estimable') return undefined;
  const { value, low, high } = estimate;
  if (low > 0 || high < 0) return 'the interval of the difference leaves 0 out';
  return Math.abs(value) >= LEAST_DIFFERENCE - ROUNDING ? 'the difference is ten points or more' : undefined;
}

/**
 * The twins under some effects whose arms do not complete alike: a trial that ran into a limit, was stopped or failed has no verdict, and
 * where that happens more often in one arm the effect may come of it. Each twin is told once.
 */
export function completionWarnings(
  effects: readonly PlannedEffect[],
  arms: readonly Arm[],
  { estimateDifference }: Pick<EffectEstimator, 'estimateDifference'> = fixedSampleEstimator,
): readonly CompletionWarning[] {
  const index = indexArms(arms);
  const twins = effects
    .filter(({ pairing }) => pairing === 'blocks')
    .flatMap(({ scenario, subject, terms }) => terms.map(({ treated, control }) => ({ scenario, subject, treated, control })));
  const distinct = [...new Map(twins.map((twin) => [`${twin.subject}\u0000${twin.treated}\u0000${twin.control}`, twin])).values()];
  return distinct.flatMap((twin) => {
    const [treated, control] = [armAt(index, twin.subject, twin.treated), armAt(index, twin.subject, twin.control)];
    if (treated === undefined || control === undefined) return [];
    const estimate = estimateDifference(treated.completion, control.completion);
    const because = reasonOf(estimate);
    return because === undefined ? [] : [{ ...twin, isSimulated: treated.isSimulated, estimate, because }];
  });
}
