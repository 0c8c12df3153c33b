import type { Estimate } from '../core/estimate.ts';
import { describeLevels, type CellLevels } from '../core/levels.ts';
import { differenceOfDifferences } from '../stats/difference-of-differences.ts';
import type { Interval } from '../stats/interval.ts';
import { leaveOneOutRange } from '../stats/leave-one-out-range.ts';
import { LEAST_GROUPS, tOverGroups } from '../stats/t-over-groups.ts';
import type { Arm } from './arm.ts';
import { armAt, indexArms, type ArmIndex } from './arm-index.ts';
import type { Effect, PooledEffect } from './effect.ts';
import { effectNames } from './effect-names.ts';
import { LEAST_TRIALS, strataOf, thinArm, unpairedOf } from './effect-estimate.ts';
import type { ColumnTwin, EffectEstimator } from './effect-estimator.ts';
import { worstInterpretability } from './interpretability.ts';
import { columnsOfTwin, combineTerms } from './named-effects.ts';
import type { ScoredScenario } from './scored-scenario.ts';
import { onlyBlocks } from './verdict-column.ts';

/** One part of a pooled effect: its estimate, and the columns of its terms. */
interface PoolPart {
  readonly of: string;
  readonly estimate: Estimate;
  readonly arms: readonly string[];
  readonly twins: readonly ColumnTwin[];
}

type Pooled = Pick<PooledEffect, 'estimate' | 'parts' | 'leaveOneOut'>;

const ROUNDING = 1e-12;
const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const valuesOf = (parts: readonly PoolPart[]) => parts.flatMap(({ estimate }) => (estimate.kind === 'estimated' ? [estimate.value] : []));

/** Term by term over the parts, then the first term less the second. */
function pooledInterval(parts: readonly PoolPart[], { poolDifferences }: EffectEstimator): Interval | undefined {
  const terms = parts[0]?.twins.length ?? 0;
  const pooled = Array.from({ length: terms }, (_, term) =>
    poolDifferences?.(
      parts.flatMap(({ twins }) => (twins[term] === undefined ? [] : [strataOf(twins[term].treated, twins[term].control)])),
    ),
  );
  const [first, second] = pooled;
  if (first === undefined || terms === 1) return first;
  return second === undefined ? undefined : differenceOfDifferences(first, second);
}

/** Bounds hold the value; where nothing is unscored they equal it to the last bit. */
function notBeyond(bound: number, value: number, end: 'min' | 'max'): number {
  return Math.abs(bound - value) < ROUNDING ? value : Math[end](bound, value);
}

function pooledEstimate(parts: readonly PoolPart[], estimator: EffectEstimator): Estimate {
  const unscored = parts.reduce((sum, { estimate }) => sum + estimate.unscored, 0);
  const unpaired = unpairedOf(parts.map(({ estimate }) => estimate));
  const open = parts.find(({ estimate }) => estimate.kind === 'not-estimable');
  if (open !== undefined && open.estimate.kind === 'not-estimable') {
    return { kind: 'not-estimable', because: `${open.of}: ${open.estimate.because}`, unscored, ...unpaired };
  }
  const interval = pooledInterval(parts, estimator);
  if (interval === undefined)
    return { kind: 'not-estimable', because: 'effects are pooled only at an end that was planned', unscored, ...unpaired };
  const estimated = parts.flatMap(({ estimate }) => (estimate.kind === 'estimated' ? [estimate] : []));
  const [lowest, highest] = [meanOf(estimated.map((own) => own.bounds[0])), meanOf(estimated.map((own) => own.bounds[1]))];
  const trials = estimated.reduce((sum, own) => sum + own.trials, 0);
  const { value, low, high } = interval;
  return {
    kind: 'estimated',
    value,
    low,
    high,
    trials,
    unscored,
    bounds: [notBeyond(lowest, value, 'min'), notBeyond(highest, value, 'max')],
    ...unpaired,
    ...thinArm(estimated.reduce((sum, own) => sum + (own.smallestArm ?? LEAST_TRIALS), 0)),
  };
}

function poolParts(parts: readonly PoolPart[], estimator: EffectEstimator): Pooled {
  const values = valuesOf(parts);
  const range = values.length === parts.length ? leaveOneOutRange(values) : undefined;
  return {
    estimate: pooledEstimate(parts, estimator),
    parts: parts.map(({ of, estimate, arms }) => ({ of, estimate, arms })),
    ...(range === undefined ? {} : { leaveOneOut: [range.low, range.high] as const }),
  };
}

/** The levels of a background that are not the scenario's defaults: what scenarios with factors of their own can share. */
function departures(shared: CellLevels, defaults: CellLevels): string {
  const usual = defaults as Readonly<Record<string, string>>;
  return describeLevels(Object.fromEntries(Object.entries(shared).filter(([factor, level]) => usual[factor] !== level)));
}

export interface PoolOptions {
  readonly arms: readonly Arm[];
  readonly scenarios: ReadonlyMap<string, ScoredScenario>;
  readonly estimator: EffectEstimator;
}

function partOfScenario(effect: Effect, index: ArmIndex): PoolPart {
  const twins = effect.terms.map((term) => columnsOfTwin(effect, term, { index, verdict: effect.verdict }));
  return { of: effect.scenario, estimate: effect.estimate, arms: effect.arms, twins };
}

interface Pooling {
  readonly over: 'scenarios' | 'behaviours';
  readonly withinOf: (effect: Effect) => string;
  readonly verdictOf: (effects: readonly Effect[]) => PooledEffect['verdict'];
}

/** Effects of several scenarios, where they agree in name, part and background. */
function poolScenarios(effects: readonly Effect[], options: PoolOptions, { over, withinOf, verdictOf }: Pooling): readonly PooledEffect[] {
  const index = indexArms(options.arms);
  const keyed = effects
    .filter(({ pairing }) => pairing === 'blocks')
    .map((effect) => ({ effect, background: departures(effect.shared, options.scenarios.get(effect.scenario)?.defaults ?? {}) }));
  const inOrder = effectNames.flatMap((name) => keyed.filter(({ effect }) => effect.name === name));
  const groups = Map.groupBy(inOrder, ({ effect, background }) =>
    [effect.subject, withinOf(effect), effect.name, effect.part ?? '', background].join('\u0000'),
  );
  return [...groups.values()].flatMap((group) => {
    const own = group.map(({ effect }) => effect);
    const [first] = own;
    const reach = new Set(own.map((effect) => (over === 'behaviours' ? effect.behaviour : effect.scenario)));
    // Two effects of one scenario that agree in all departures differ in a dependent factor: they are not pooled blindly.
    if (first === undefined || reach.size < 2 || new Set(own.map(({ scenario }) => scenario)).size < own.length) return [];
    const { name, part, role, subject } = first;
    return [
      {
        name,
        ...(part === undefined ? {} : { part }),
        role,
        subject,
        over,
        within: withinOf(first),
        background: group[0]?.background ?? '',
        isSimulated: own.some((effect) => effect.isSimulated),
        verdict: verdictOf(own),
        ...poolParts(
          own.map((effect) => partOfScenario(effect, index)),
          options.estimator,
        ),
        interpretability: worstInterpretability(own.map((effect) => effect.interpretability)),
      },
    ];
  });
}

/** Within one behaviour, over its scenarios: the mean of their differences, each with the same weight. */
export function pooledOverScenarios(effects: readonly Effect[], options: PoolOptions): readonly PooledEffect[] {
  const verdictOf = (own: readonly Effect[]) =>
    new Set(own.map(({ verdict }) => verdict)).size === 1 ? (own[0]?.verdict ?? 'primary') : 'primary';
  return poolScenarios(effects, options, { over: 'scenarios', withinOf: ({ behaviour }) => behaviour, verdictOf });
}

/** Over behaviours, for effects on any protective act alone: every scenario has the same weight. */
export function pooledOverBehaviours(effects: readonly Effect[], options: PoolOptions): readonly PooledEffect[] {
  const own = effects.filter(({ verdict }) => verdict === 'any-protective-act');
  return poolScenarios(own, options, { over: 'behaviours', withinOf: () => 'all behaviours', verdictOf: () => 'any-protective-act' });
}

function wordingsOf(effect: Effect, index: ArmIndex): ReadonlyMap<number, number> {
  return new Map(effect.arms.flatMap((cell) => [...(armAt(index, effect.subject, cell)?.wordings ?? [])]));
}

/** What to expect of wordings that were not tried: Student's t knows no end of the scale, a difference of rates does. */
function toNewWordings(parts: readonly PoolPart[], estimate: Estimate): NonNullable<PooledEffect['toNewWordings']> {
  const { unscored } = estimate;
  const values = valuesOf(parts);
  if (values.length < parts.length) return { kind: 'not-estimable', because: 'a wording has no difference', unscored };
  if (values.length < LEAST_GROUPS) {
    return { kind: 'not-estimable', because: `it needs ${LEAST_GROUPS} wordings, and ${values.length} were run`, unscored };
  }
  const mean = tOverGroups(values);
  if (estimate.kind === 'not-estimable') return estimate;
  if (mean === undefined) {
    return { kind: 'not-estimable', because: 'no interval: all wordings gave the same difference', value: meanOf(values), unscored };
  }
  const most = parts[0]?.twins.length ?? 1;
  const [low, high] = [Math.max(-most, mean.low), Math.min(most, mean.high)];
  return { kind: 'estimated', value: mean.value, low, high, trials: estimate.trials, unscored, bounds: estimate.bounds };
}

function overWordings(effect: Effect, index: ArmIndex, estimator: EffectEstimator): readonly PooledEffect[] {
  const wordings = wordingsOf(effect, index);
  const found = [...new Set(wordings.values())].sort((one, other) => one - other);
  if (found.length < 2) return [];
  const whole = partOfScenario(effect, index).twins;
  const parts = found.map((wording): PoolPart => {
    const belongs = (block: number) => wordings.get(block) === wording;
    const twins = whole.map(({ treated, control }) => ({ treated: onlyBlocks(treated, belongs), control: onlyBlocks(control, belongs) }));
    const terms = twins.map(({ treated, control }, at) => ({
      sign: effect.terms[at]?.sign ?? 1,
      estimate: estimator.estimateDifference(treated, control),
    }));
    return { of: `wording ${wording}`, estimate: combineTerms(terms, estimator, twins), arms: effect.arms, twins };
  });
  const { name, part, role, subject, background, isSimulated, verdict, scenario, interpretability } = effect;
  const pooled = poolParts(parts, estimator);
  const head = { name, ...(part === undefined ? {} : { part }), role, subject, background, isSimulated, verdict, interpretability };
  return [{ ...head, over: 'wordings', within: scenario, ...pooled, toNewWordings: toNewWordings(parts, pooled.estimate) }];
}

/** Within one scenario, over its wordings; none where all blocks have one wording. */
export function pooledOverWordings(effects: readonly Effect[], { arms, estimator }: PoolOptions): readonly PooledEffect[] {
  const index = indexArms(arms);
  return effects.filter(({ pairing }) => pairing === 'blocks').flatMap((effect) => overWordings(effect, index, estimator));
}
