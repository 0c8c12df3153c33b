import type { AnyStratum } from './labelled-stratum.ts';
import { linearCombination } from './linear-combination.ts';
import { type PredictionPowered, predictionPoweredRate } from './prediction-powered-rate.ts';

/**
 * The difference of two arms' true rates, treated - control, each corrected by its own labels: the judge may err more in one arm than in
 * the other, so error rates are never pooled. Limits by MOVER from those of `predictionPoweredRate`. Not estimable, with bounds, where
 * either arm is not; RangeError for impossible counts or predictions. Coverage at 95 %, simulated over the grid of `predictionPoweredRate`
 * with another judge in each arm: 98.6 % on average, 92.4 % at the lowest; its median width is 1.11 times that of the score interval.
 * References: Donner & Zou (2012) Statistical Methods in Medical Research 21:347-359; Angelopoulos et al. (2023) Science 382:669-674.
 */
export function predictionPoweredDifference(
  treated: readonly AnyStratum[],
  control: readonly AnyStratum[],
  confidence = 0.95,
): PredictionPowered {
  const [upper, lower] = [predictionPoweredRate(treated, confidence), predictionPoweredRate(control, confidence)];
  const counts = { units: upper.units + lower.units, labelled: upper.labelled + lower.labelled };
  if (upper.kind === 'estimated' && lower.kind === 'estimated') {
    const { value, low, high } = linearCombination([
      { coefficient: 1, estimate: upper },
      { coefficient: -1, estimate: lower },
    ]);
    return { kind: 'estimated', value, low: Math.max(-1, low), high: Math.min(1, high), ...counts };
  }
  const boundsOf = (arm: PredictionPowered) => (arm.kind === 'estimated' ? { low: arm.value, high: arm.value } : arm.bounds);
  const reasons = Object.entries({ 'treated arm': upper, 'control arm': lower }).flatMap(([name, arm]) =>
    arm.kind === 'estimated' ? [] : [`${name}: ${arm.because}`],
  );
  const [ofUpper, ofLower] = [boundsOf(upper), boundsOf(lower)];
  const bounds = { low: ofUpper.low - ofLower.high, high: ofUpper.high - ofLower.low };
  return { kind: 'not-estimable', because: reasons.join('; '), ...counts, bounds };
}
