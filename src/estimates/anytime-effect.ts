import type { Estimate } from '../core/estimate.ts';
import { anytimeContrast } from '../stats/anytime-contrast.ts';
import { intervalPValue } from '../stats/interval-p-value.ts';
import { invariant } from '../core/errors.ts';
import { riskDifferenceBounds } from '../stats/risk-difference-bounds.ts';
import { markAt } from './block-marks.ts';
import { strataOfBlocks, unpairedIn, unpairedOf } from './effect-estimate.ts';
import { fixedSampleEstimator, type ColumnTwin, type EffectEstimator } from './effect-estimator.ts';
import { isAtPlannedEnd, type RunReach } from './run-reach.ts';

/** Blocks beyond the whole ones are left out of everything: what has ended there ended early, and that is no chance. */
function strataOfTwins(twins: readonly ColumnTwin[], wholeBlocks: number) {
  const columns = twins.flatMap(({ treated, control }) => [treated, control]);
  const isThere = (block: number) => columns.some(({ marks }) => markAt(marks, block) !== undefined);
  const blocks = Array.from({ length: wholeBlocks }, (_, block) => block).filter(isThere);
  return twins.map((twin) => strataOfBlocks(twin, blocks));
}

function contrastOf(strata: ReturnType<typeof strataOfTwins>, confidence?: number) {
  return anytimeContrast(
    strata.map((own, term) => ({ sign: term === 0 ? 1 : -1, strata: own })),
    confidence,
  );
}

/** Of the differences at their worst, the first less the second. */
function boundsOf(strata: ReturnType<typeof strataOfTwins>, value: number): readonly [number, number] {
  const [first, second] = strata.map((own) => riskDifferenceBounds(own) ?? { low: -1, high: 1 });
  const [low, high] = [(first?.low ?? -1) - (second?.high ?? 0), (first?.high ?? 1) - (second?.low ?? 0)];
  return [Math.min(low, value), Math.max(high, value)];
}

/**
 * An effect of one twin, or of one less another, over the whole blocks of a run that is going on or was stopped: its limits hold at all
 * numbers of blocks at once (`anytimeContrast`). A block counts where every arm has a score.
 */
export function anytimeEffectEstimate(twins: readonly ColumnTwin[], wholeBlocks: number): Estimate {
  const strata = strataOfTwins(twins, wholeBlocks);
  const unscored = strata.flat().reduce((sum, stratum) => sum + stratum.treated.unscored + stratum.control.unscored, 0);
  const contrast = contrastOf(strata);
  const trials = 2 * twins.length * (contrast?.usedBlocks ?? 0);
  const unpaired = unpairedIn(strata.flat(), trials);
  if (contrast === undefined) {
    const because = wholeBlocks === 0 ? 'no block is whole yet' : 'no whole block has a scored trial in every arm';
    return { kind: 'not-estimable', because, unscored, ...unpaired };
  }
  const { value, low, high } = contrast;
  return { kind: 'estimated', value, low, high, trials, unscored, bounds: boundsOf(strata, value), validity: 'anytime', ...unpaired };
}

function anytimePValue(twins: readonly ColumnTwin[], wholeBlocks: number): number {
  const strata = strataOfTwins(twins, wholeBlocks);
  if (contrastOf(strata) === undefined) return 1;
  return intervalPValue((confidence) => {
    const interval = contrastOf(strata, confidence);
    invariant(interval !== undefined, 'blocks that can be compared at one confidence can be at any');
    return interval;
  });
}

/** Of halves of the same trials: each block holds one trial, not two. */
function withHalves(estimate: Estimate): Estimate {
  return estimate.kind === 'estimated' ? { ...estimate, trials: estimate.trials / 2 } : estimate;
}

/** For a run that is going on, or ended before its planned end. Nothing is pooled, and halves of a trial are compared like arms. */
export function anytimeEstimator(wholeBlocks: number): EffectEstimator {
  const estimate = (...twins: readonly ColumnTwin[]) => anytimeEffectEstimate(twins, wholeBlocks);
  return {
    estimateDifference: (treated, control) => estimate({ treated, control }),
    subtractEffects: (first, second) => ({
      kind: 'not-estimable',
      because: 'before the planned end a difference of differences is formed block by block',
      unscored: first.unscored + second.unscored,
      ...unpairedOf([first, second]),
    }),
    subtractTwins: estimate,
    estimatePairs: (treated, control) => withHalves(estimate({ treated, control })),
    pValue: (twins) => anytimePValue(twins, wholeBlocks),
    pairPValue: (treated, control) => anytimePValue([{ treated, control }], wholeBlocks),
  };
}

/** The estimator that a run's reach allows: that for a planned number of trials only at the planned end. */
export function estimatorAt(reach: RunReach): EffectEstimator {
  return isAtPlannedEnd(reach) ? fixedSampleEstimator : anytimeEstimator(reach.wholeBlocks);
}
