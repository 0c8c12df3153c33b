import { criticalValue } from './critical-value.ts';
import { guardedLimits } from './guarded-limits.ts';
import type { Interval } from './interval.ts';
import { type AnyStratum, checkStratum, labelledUnits, type StratumRate, stratumRates } from './labelled-stratum.ts';
import type { Bounds } from './risk-bounds.ts';
import { wilsonLimits } from './wilson-limits.ts';

export type PredictionPowered =
  | (Interval & { readonly kind: 'estimated'; readonly units: number; readonly labelled: number })
  | {
      readonly kind: 'not-estimable';
      readonly because: string;
      readonly units: number;
      readonly labelled: number;
      /** The estimate with the rate of every stratum without labels at 0, and at 1; says nothing about chance. */
      readonly bounds: Bounds;
    };

/** How far the rate may lie off because the units themselves are a sample, whose strata might have come out larger or smaller. */
function sharesDistance(rates: readonly StratumRate[], value: number, { units, criticalZ }: { units: number; criticalZ: number }) {
  const variance = rates.reduce((sum, { weight, rate }) => sum + weight * (rate - value) ** 2, 0) / units;
  if (variance <= 0) return { below: 0, above: 0 };
  const { low, high } = wilsonLimits(value, (value * (1 - value)) / variance, criticalZ);
  return { below: value - low, above: high - value };
}

const unitsOf = (strata: readonly AnyStratum[]) => strata.reduce((sum, { units }) => sum + units, 0);
const sumOf = (rates: readonly StratumRate[]) => rates.reduce((sum, { weight, rate }) => sum + weight * rate, 0);

function notEstimable(strata: readonly AnyStratum[], confidence: number): PredictionPowered | undefined {
  const units = unitsOf(strata);
  const labelled = strata.reduce((sum, stratum) => sum + labelledUnits(stratum), 0);
  if (units === 0) return { kind: 'not-estimable', because: 'there is no unit', units, labelled, bounds: { low: 0, high: 1 } };
  const bare = strata.filter((stratum) => stratum.units > 0 && labelledUnits(stratum) === 0);
  if (bare.length === 0) return undefined;
  const known = strata.filter((stratum) => labelledUnits(stratum) > 0);
  const low = (sumOf(stratumRates(known, confidence)) * unitsOf(known)) / units;
  const because = `no labelled unit in ${bare.map((stratum) => `${stratum.name} (${stratum.units} units)`).join(', ')}`;
  return { kind: 'not-estimable', because, units, labelled, bounds: { low, high: low + unitsOf(bare) / units } };
}

/**
 * The rate at which the thing truly happens in an arm, from what a fallible judge said of all its units and what people said of a simple
 * random sample of each of the judge's labels: the sum over labels h of W_h times the share of true ones among the labelled of h. It is
 * right however wrong the judge is. This is the difference estimator of prediction-powered inference, mean(f) + sum W_h mean(truth - f),
 * for any prediction f that is constant within a label, since f then cancels; strata with predictions that vary use it as it stands.
 *
 * The estimand is the rate behind the arm, of which the N units are a sample. Variance (Cochran, 12.2, double sampling):
 * sum W_h^2 p_h (1 - p_h) / n_h, for the labelled, + sum W_h (p_h - p)^2 / N, for the units. Limits by MOVER: the distances of each label's
 * `guardedLimits` and those of Wilson's at the effective size of the second part are squared and added; so 0 of n has a width.
 *
 * Not estimable, with bounds, where a label has units and no labelled one. RangeError for impossible counts or predictions.
 *
 * Coverage at 95 %, simulated over 40 to 400 units, 8 to 60 labels, sensitivity and specificity .6 to 1, rates 0 to 98 %: 98.2 % on
 * average, 92.3 % at the lowest, where Wald's limits cover as little as 10 %. Its median width is 1.06 times that of the score interval of
 * the same strata (`scoreIntervalOfRates`), at most 1.4 times. With predictions that vary within a label: 98 % and 91 %.
 * References: Angelopoulos et al. (2023) Science 382:669-674; Cochran (1977) Sampling Techniques, 3rd ed., ch. 5A and 12; Donner & Zou
 * (2012) Statistical Methods in Medical Research 21:347-359.
 */
export function predictionPoweredRate(strata: readonly AnyStratum[], confidence = 0.95): PredictionPowered {
  const criticalZ = criticalValue(confidence);
  strata.forEach(checkStratum);
  const without = notEstimable(strata, confidence);
  if (without !== undefined) return without;
  const units = unitsOf(strata);
  const rates = stratumRates(strata, confidence);
  const value = Math.min(1, sumOf(rates));
  const ofShares = sharesDistance(rates, value, { units, criticalZ });
  const ofLabels = rates.map(({ weight, rate, size }) => {
    const { low, high } = guardedLimits(rate, size, confidence);
    return { below: weight * (rate - low), above: weight * (high - rate) };
  });
  return {
    kind: 'estimated',
    value,
    low: Math.max(0, value - Math.hypot(ofShares.below, ...ofLabels.map(({ below }) => below))),
    high: Math.min(1, value + Math.hypot(ofShares.above, ...ofLabels.map(({ above }) => above))),
    units,
    labelled: strata.reduce((sum, stratum) => sum + labelledUnits(stratum), 0),
  };
}
