import { pointVerdicts, type VerdictId } from '../core/verdict.ts';
import { differenceOfDifferences } from '../stats/difference-of-differences.ts';
import { constantSamplesTest } from '../stats/constant-samples-test.ts';
import type { Interval } from '../stats/interval.ts';
import { intervalPValue } from '../stats/interval-p-value.ts';
import { sampleMoments } from '../stats/sample-moments.ts';
import { invariant } from '../core/errors.ts';
import { welchDifference } from '../stats/welch-difference.ts';
import type { Arm } from './arm.ts';
import { armAt, indexArms, interpretEffect, type ArmIndex } from './arm-index.ts';
import type { MeanEffect } from './effect.ts';
import type { Interpretability } from './interpretability.ts';
import type { MeanEstimate } from './mean-estimate.ts';
import type { PlannedEffect } from './planned-effects.ts';
import { emptyColumn, type VerdictColumn } from './verdict-column.ts';

export interface NumberTwin {
  readonly treated: VerdictColumn;
  readonly control: VerdictColumn;
}

/** The columns of numbers of each term of an effect. */
export function numberTwins(effect: PlannedEffect, verdict: VerdictId, index: ArmIndex): readonly NumberTwin[] {
  const columnAt = (cell: string) => armAt(index, effect.subject, cell)?.columns.get(verdict) ?? emptyColumn();
  return effect.terms.map(({ treated, control }) => ({ treated: columnAt(treated), control: columnAt(control) }));
}

/** Welch's difference of one twin, or of two less one another; undefined where he says nothing. */
function meanInterval(twins: readonly NumberTwin[], confidence?: number): Interval | undefined {
  const [first, second] = twins.map(({ treated, control }) => welchDifference(treated.numbers, control.numbers, confidence));
  if (first === undefined || twins.length === 1) return first;
  return second === undefined ? undefined : differenceOfDifferences(first, second);
}

/**
 * Of "both arms have the same mean": Welch's, or where neither arm's scores vary the exact permutation test. Undefined for fewer than two
 * scores in an arm, and for two twins of which one does not vary.
 */
export function meanPValue(twins: readonly NumberTwin[]): number | undefined {
  if (meanInterval(twins) === undefined) {
    const [first, second] = twins;
    return first === undefined || second !== undefined ? undefined : constantSamplesTest(first.treated.numbers, first.control.numbers);
  }
  return intervalPValue((confidence) => {
    const interval = meanInterval(twins, confidence);
    invariant(interval !== undefined, 'means that can be compared at one confidence can be at any');
    return interval;
  });
}

const meanOf = ({ numbers }: VerdictColumn) => sampleMoments(numbers)?.mean ?? Number.NaN;
const differenceOf = ({ treated, control }: NumberTwin) => meanOf(treated) - meanOf(control);

function estimateMeans(twins: readonly NumberTwin[]): MeanEstimate {
  const columns = twins.flatMap(({ treated, control }) => [treated, control]);
  const counts = {
    trials: columns.reduce((sum, { numbers }) => sum + numbers.length, 0),
    unscored: columns.reduce((sum, { unscoredNumbers }) => sum + unscoredNumbers, 0),
  };
  const interval = meanInterval(twins);
  if (interval) return { kind: 'estimated', value: interval.value, low: interval.low, high: interval.high, ...counts };
  const isShort = columns.some(({ numbers }) => numbers.length < 2);
  if (isShort) return { kind: 'not-estimable', because: 'an arm has fewer than two scores', ...counts };
  const value = twins.reduce((sum, twin, at) => sum + (at === 0 ? 1 : -1) * differenceOf(twin), 0);
  const because = 'no interval: in neither arm do the scores vary';
  return { kind: 'not-estimable', because: twins.length === 1 ? because : `${because}, of one difference at least`, value, ...counts };
}

const hasNumbers = ({ numbers, unscoredNumbers }: VerdictColumn) => numbers.length + unscoredNumbers > 0;

/**
 * The differences of means, in points, that these arms allow: secondary to the primary verdict, over trials with a number. Scores are
 * not stratified by block.
 */
export function meanEffects(
  arms: readonly Arm[],
  planned: readonly PlannedEffect[],
  interpreted: ReadonlyMap<Arm, Interpretability>,
): readonly MeanEffect[] {
  const index = indexArms(arms);
  return planned
    .filter(({ pairing }) => pairing === 'blocks')
    .flatMap((effect) =>
      pointVerdicts.flatMap((verdict) => {
        const twins = numberTwins(effect, verdict, index);
        if (!twins.every(({ treated, control }) => hasNumbers(treated) && hasNumbers(control))) return [];
        const isSimulated = effect.arms.some((cell) => armAt(index, effect.subject, cell)?.isSimulated === true);
        const interpretability = interpretEffect(effect, index, interpreted);
        return [{ ...effect, isSimulated, verdict, estimate: estimateMeans(twins), interpretability }];
      }),
    );
}
