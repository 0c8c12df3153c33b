import type { RunRecord } from '../core/ports/store.ts';
import type { Cell, TrialRecord } from '../core/trial.ts';
import type { VerdictId } from '../core/verdict.ts';
import { estimatorAt } from './anytime-effect.ts';
import { createArm, enterTrial, type Arm } from './arm.ts';
import { interpretArms } from './arm-index.ts';
import { compareCompletion } from './compare-completion.ts';
import type { DeclaredFamilies } from './declared-families.ts';
import type { CompletionComparison, Effect, MeanEffect, PooledEffect } from './effect.ts';
import { fixedSampleEstimator } from './effect-estimator.ts';
import { testEffects } from './effect-tests.ts';
import type { Interpretability } from './interpretability.ts';
import { meanEffects } from './mean-effects.ts';
import { missingContrasts, type MissingContrast } from './missing-contrasts.ts';
import { effectsAllowed, namedEffects } from './named-effects.ts';
import { pooledOverBehaviours, pooledOverScenarios, pooledOverWordings } from './pooled-effects.ts';
import { isAtPlannedEnd, reachOf, type RunReach } from './run-reach.ts';
import type { ScoredScenario } from './scored-scenario.ts';
import { ANY_PROTECTIVE_ACT } from './verdict-column.ts';

export type { ScoredScenario } from './scored-scenario.ts';

/** A run as estimates see it: arms in the order of the plan, and the effects between them. */
export interface RunResults {
  readonly arms: readonly Arm[];
  /** What was declared before the run; no contrasts where nothing was. */
  readonly declared: DeclaredFamilies;
  /** On the primary verdicts, by subject and scenario in the order of the closed list, each with its test. */
  readonly effects: readonly Effect[];
  /** Differences of mean scores, such as inflation in points. */
  readonly secondaryEffects: readonly MeanEffect[];
  /** Over wordings, over scenarios of one behaviour, and for any protective act over behaviours. */
  readonly pooledEffects: readonly PooledEffect[];
  /** By arm; controls have none. */
  readonly interpretability: ReadonlyMap<Arm, Interpretability>;
  /** Declared contrasts that no cell allows. */
  readonly missingContrasts: readonly MissingContrast[];
  readonly completion: CompletionComparison;
  readonly scenarios: ReadonlyMap<string, ScoredScenario>;
  /** Failed attempts that were tried again. */
  readonly supersededAttempts: number;
  /** But at an end that was planned, the limits of all effects are anytime-valid. Absent where nobody said how much was planned. */
  readonly reach?: RunReach;
}

/** What records are entered into. Plain data. */
export interface PlannedArms {
  /** In the order of the plan. */
  readonly arms: readonly { readonly cell: Cell; readonly subject: { readonly id: string; readonly isSimulated: boolean } }[];
  readonly blocks: number;
  readonly scenarios: ReadonlyMap<string, ScoredScenario>;
}

interface ResultsOptions {
  readonly scenarios: ReadonlyMap<string, ScoredScenario>;
  readonly supersededAttempts: number;
  readonly declared?: DeclaredFamilies | undefined;
  /** As it is stored: how far it is and by which rule it stops decides which intervals hold. Else every trial is taken to have been planned. */
  readonly run?: Pick<RunRecord, 'repeats' | 'stopping' | 'extendedFrom'> | undefined;
}

export interface CollectOptions extends PlannedArms, ResultsOptions {
  readonly records: AsyncIterable<TrialRecord>;
}

const armKey = (cell: string, subject: string) => `${cell}\u0000${subject}`;
const NOTHING_DECLARED: DeclaredFamilies = { contrasts: [] };
const UNKNOWN_SCENARIO: ScoredScenario = { primary: 'task-correct', latching: new Set() };

/** An arm for each that is planned, with no trial yet. */
export function emptyArms({ arms: planned, blocks }: PlannedArms): readonly Arm[] {
  const arms = planned.map(({ cell, subject: { id, isSimulated } }) => createArm({ cell, subject: id, isSimulated, planned: blocks }));
  return [...new Map(arms.map((arm) => [armKey(arm.cell.id, arm.subject), arm])).values()];
}

/** Reads finished trials one at a time into arms. Memory grows by a byte for each verdict. */
export async function collectArms(records: AsyncIterable<TrialRecord>, options: PlannedArms): Promise<readonly Arm[]> {
  const arms = emptyArms(options);
  // By subject and then by cell: to make one key of both for every record would cost more than all else here.
  const bySubject = new Map(
    [...Map.groupBy(arms, ({ subject }) => subject)].map(([subject, own]) => [subject, new Map(own.map((arm) => [arm.cell.id, arm]))]),
  );
  for await (const record of records) {
    const arm = bySubject.get(record.subject)?.get(record.cell);
    if (arm) enterTrial(arm, record, options.scenarios.get(arm.cell.scenario) ?? UNKNOWN_SCENARIO);
  }
  return arms;
}

/** A mean of points knows no limits, so nothing can be said of it that holds at every number of trials. */
function withoutInterval(effect: MeanEffect): MeanEffect {
  const { estimate } = effect;
  if (estimate.kind === 'not-estimable') return effect;
  const { value, trials, unscored } = estimate;
  return {
    ...effect,
    estimate: { kind: 'not-estimable', because: 'it has an interval only at an end that was planned', value, trials, unscored },
  };
}

/** Forms every estimate between arms. */
export function resultsOf(arms: readonly Arm[], options: ResultsOptions): RunResults {
  const { scenarios, declared = NOTHING_DECLARED, supersededAttempts } = options;
  const reach = options.run && reachOf(arms, options.run);
  const estimator = reach === undefined ? fixedSampleEstimator : estimatorAt(reach);
  const primaryOf = (scenario: string): VerdictId => (scenarios.get(scenario) ?? UNKNOWN_SCENARIO).primary;
  const interpretability = interpretArms(arms, primaryOf);
  const planned = effectsAllowed(arms);
  const shared = { estimator, planned, interpreted: interpretability };
  const primary = namedEffects(arms, { ...shared, verdictOf: primaryOf });
  const anyAct = namedEffects(arms, { ...shared, verdictOf: () => ANY_PROTECTIVE_ACT });
  const means = meanEffects(arms, planned, interpretability);
  const isEarly = reach !== undefined && !isAtPlannedEnd(reach);
  const tested = testEffects({ effects: primary, means: isEarly ? [] : means }, arms, { declared, estimator });
  const pool = { arms, scenarios, estimator };
  return {
    arms,
    declared,
    effects: tested.effects,
    secondaryEffects: isEarly ? means.map(withoutInterval) : tested.means,
    pooledEffects: [...pooledOverWordings(primary, pool), ...pooledOverScenarios(primary, pool), ...pooledOverBehaviours(anyAct, pool)],
    interpretability,
    missingContrasts: missingContrasts(
      arms.map(({ cell, subject }) => ({ cell, subject: { id: subject } })),
      declared.contrasts,
    ),
    completion: compareCompletion(primary, arms, estimator),
    scenarios,
    supersededAttempts,
    ...(reach === undefined ? {} : { reach }),
  };
}

/** Reads a run's finished trials and forms all its estimates. */
export async function collectResults(options: CollectOptions): Promise<RunResults> {
  return resultsOf(await collectArms(options.records, options), options);
}
