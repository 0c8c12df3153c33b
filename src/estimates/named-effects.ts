import { invariant } from '../core/errors.ts';
import type { Estimate } from '../core/estimate.ts';
import type { VerdictId } from '../core/verdict.ts';
import type { Arm } from './arm.ts';
import { armAt, indexArms, interpretArms, interpretEffect, type ArmIndex } from './arm-index.ts';
import type { Effect } from './effect.ts';
import { fixedSampleEstimator, type ColumnTwin, type EffectEstimator } from './effect-estimator.ts';
import type { Interpretability } from './interpretability.ts';
import { plannedEffects, type PlannedEffect, type PlannedTwin } from './planned-effects.ts';
import { emptyColumn, type ColumnId, type VerdictColumn } from './verdict-column.ts';

/** The two columns of a twin; of batches those of one arm's trials, on its primary verdict. */
export function columnsOfTwin(effect: Pick<PlannedEffect, 'subject' | 'pairing'>, twin: PlannedTwin, options: ColumnOptions) {
  const [treated, control] = [twin.treated, twin.control].map((cell) => armAt(options.index, effect.subject, cell));
  if (effect.pairing === 'batches') {
    return { treated: treated?.batches.unmonitored ?? emptyColumn(), control: control?.batches.monitored ?? emptyColumn() };
  }
  const columnOf = (arm: Arm | undefined): VerdictColumn => arm?.columns.get(options.verdict) ?? emptyColumn();
  return { treated: columnOf(treated), control: columnOf(control) };
}

export interface ColumnOptions {
  readonly index: ArmIndex;
  readonly verdict: ColumnId;
}

/** The signed sum of the terms: one twin, or two that share no trial. With their verdicts, by them where the estimator wants that. */
export function combineTerms(
  terms: readonly { readonly sign: 1 | -1; readonly estimate: Estimate }[],
  estimator: EffectEstimator,
  twins: readonly ColumnTwin[] = [],
): Estimate {
  const [first, second, ...others] = terms;
  invariant(first?.sign === 1 && others.length === 0, 'an effect is one difference, or one less another');
  if (second === undefined) return first.estimate;
  const [one, two] = twins;
  return (one && two && estimator.subtractTwins?.(one, two)) ?? estimator.subtractEffects(first.estimate, second.estimate);
}

interface EstimateOptions extends ColumnOptions {
  readonly estimator: EffectEstimator;
  readonly interpreted: ReadonlyMap<Arm, Interpretability>;
}

function estimateTwin(effect: PlannedEffect, twin: PlannedTwin, options: EstimateOptions): Estimate {
  const { treated, control } = columnsOfTwin(effect, twin, options);
  const { estimateDifference, estimatePairs } = options.estimator;
  return effect.pairing === 'batches' ? estimatePairs(treated, control) : estimateDifference(treated, control);
}

function estimateEffect(effect: PlannedEffect, options: EstimateOptions): Effect {
  const { index, verdict, estimator, interpreted } = options;
  const terms = effect.terms.map((term) => ({ ...term, estimate: estimateTwin(effect, term, options) }));
  const twins = effect.terms.map((term) => columnsOfTwin(effect, term, options));
  const parts = effect.components.map((component) => ({ ...component, estimate: estimateTwin(effect, component, options) }));
  const isSimulated = effect.arms.some((cell) => armAt(index, effect.subject, cell)?.isSimulated === true);
  return {
    ...effect,
    isSimulated,
    verdict,
    terms,
    estimate: combineTerms(terms, estimator, twins),
    ...(parts.length === 0 ? {} : { parts }),
    interpretability: interpretEffect(effect, index, interpreted),
  };
}

export interface NamedEffectsOptions {
  readonly verdictOf: (scenario: string) => ColumnId;
  /** What the capability control has to reach: `verdictOf`'s where that is a verdict of its own. */
  readonly primaryOf?: (scenario: string) => VerdictId;
  readonly estimator?: EffectEstimator;
  /** The effects that the arms allow, where they are known already. */
  readonly planned?: readonly PlannedEffect[];
  /** What the controls say, where that is known already. */
  readonly interpreted?: ReadonlyMap<Arm, Interpretability>;
}

/** Which effects these arms allow, whatever their trials show. */
export function effectsAllowed(arms: readonly Arm[]): readonly PlannedEffect[] {
  return plannedEffects(arms.map(({ cell, subject }) => ({ cell, subject: { id: subject } })));
}

/**
 * The named effects that these arms allow, on one verdict. Every effect is over all trials of its arms, whether or not they were
 * exposed. They carry no test: `testEffects` gives them one, since that depends on what was declared.
 */
export function namedEffects(arms: readonly Arm[], options: NamedEffectsOptions): readonly Effect[] {
  const { verdictOf, primaryOf = () => 'task-correct', estimator = fixedSampleEstimator } = options;
  const index = indexArms(arms);
  const interpreted = options.interpreted ?? interpretArms(arms, primaryOf);
  const planned = options.planned ?? effectsAllowed(arms);
  return planned.map((effect) => estimateEffect(effect, { index, verdict: verdictOf(effect.scenario), estimator, interpreted }));
}
