import { checkCounts, type Counts } from './counts.ts';
import { criticalValue } from './critical-value.ts';
import { sampleMoments } from './sample-moments.ts';

/** The units of one arm that the judge gave the same label, and what people found in those of them that they were shown. */
export interface LabelledStratum {
  /** The judge's label, or that it abstained or gave none. */
  readonly name: string;
  readonly units: number;
  /** A simple random sample of the units, with how many of them people found to be true. */
  readonly labelled: Counts;
}

/** The same with a prediction in [0, 1] that varies from unit to unit (a judge's probability, the share of a panel). */
export interface PredictedStratum {
  readonly name: string;
  readonly units: number;
  /** Over all units of the stratum, labelled or not. */
  readonly meanPrediction: number;
  readonly labelled: readonly { readonly prediction: number; readonly isTrue: boolean }[];
}

/** A stratum's share of the arm, its corrected rate, and the number of labelled units that would be as exact without predictions. */
export interface StratumRate {
  readonly weight: number;
  readonly rate: number;
  readonly size: number;
}

export type AnyStratum = LabelledStratum | PredictedStratum;

const isPredicted = (stratum: AnyStratum): stratum is PredictedStratum => 'meanPrediction' in stratum;

export function labelledUnits(stratum: AnyStratum): number {
  return isPredicted(stratum) ? stratum.labelled.length : stratum.labelled.trials;
}

/** Throws a RangeError naming the value if a count is impossible, more units are labelled than there are, or a prediction is no share. */
export function checkStratum(stratum: AnyStratum): void {
  const { name, units } = stratum;
  if (!Number.isSafeInteger(units) || units < 0) throw new RangeError(`the units of ${name} must be a whole number from 0: ${units}`);
  if (labelledUnits(stratum) > units) {
    throw new RangeError(`${name} has ${units} units and cannot have more labelled ones: ${labelledUnits(stratum)}`);
  }
  if (!isPredicted(stratum)) return checkCounts(stratum.labelled);
  for (const prediction of [stratum.meanPrediction, ...stratum.labelled.map((unit) => unit.prediction)]) {
    if (!(prediction >= 0 && prediction <= 1)) throw new RangeError(`a prediction must lie from 0 to 1: ${prediction}`);
  }
}

/**
 * Mean prediction plus mean error of the labelled, and the effective size: what the errors vary less than the truth, over the units that
 * are not labelled, and cut for how little so few labels tell about a variance. With one label, or truths all alike, it is their number.
 */
function predictedRate({ units, meanPrediction, labelled }: PredictedStratum, confidence: number): Omit<StratumRate, 'weight'> {
  const errors = labelled.map(({ prediction, isTrue }) => (isTrue ? 1 : 0) - prediction);
  const size = labelled.length;
  const moments = sampleMoments(errors);
  const rate = Math.min(1, Math.max(0, meanPrediction + (moments?.mean ?? 0)));
  const spread = rate * (1 - rate);
  const isAlike = labelled.every(({ isTrue }) => isTrue === labelled[0]?.isTrue);
  if (moments?.variance === undefined || isAlike || spread === 0) return { rate, size };
  const variance = moments.variance * (1 / size - 1 / units) + spread / units;
  const cut = criticalValue(confidence) / criticalValue(confidence, size - 1);
  return { rate, size: (spread / variance) * cut ** 2 };
}

/** The rates of all strata that have units; each must have a labelled one. */
export function stratumRates(strata: readonly AnyStratum[], confidence: number): readonly StratumRate[] {
  const units = strata.reduce((sum, stratum) => sum + stratum.units, 0);
  return strata
    .filter((stratum) => stratum.units > 0)
    .map((stratum) => {
      const weight = stratum.units / units;
      if (isPredicted(stratum)) return { weight, ...predictedRate(stratum, confidence) };
      const { successes, trials } = stratum.labelled;
      return { weight, rate: successes / trials, size: trials };
    });
}
