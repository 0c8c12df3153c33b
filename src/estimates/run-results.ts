import type { Cell, TrialRecord } from '../core/trial.ts';
import type { VerdictId } from '../core/verdict.ts';
import { createArm, enterTrial, type Arm } from './arm.ts';
import { interpretArms } from './arm-index.ts';
import { completionWarnings } from './completion-warnings.ts';
import type { DeclaredFamilies } from './declared-families.ts';
import type { CompletionWarning, Effect, MeanEffect, PooledEffect } from './effect.ts';
import { fixedSampleEstimator, type EffectEstimator } from './effect-estimator.ts';
import { testEffects } from './effect-tests.ts';
import type { Interpretability } from './interpretability.ts';
import { meanEffects } from './mean-effects.ts';
import { missingContrasts, type MissingContrast } from './missing-contrasts.ts';
import { effectsAllowed, namedEffects } from './named-effects.ts';
import { pooledOverBehaviours, pooledOverScenarios, pooledOverWordings } from './pooled-effects.ts';
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
  readonly completionWarnings: readonly CompletionWarning[];
  readonly scenarios: ReadonlyMap<string, ScoredScenario>;
  /** Failed attempts that were tried again. */
  readonly supersededAttempts: number;
}

export interface CollectOptions {
  /** In the order of the plan. */
  readonly arms: readonly { readonly cell: Cell; readonly subject: { readonly id: string; readonly isSimulated: boolean } }[];
  readonly blocks: number;
  readonly scenarios: ReadonlyMap<string, ScoredScenario>;
  readonly records: AsyncIterable<TrialRecord>;
  readonly supersededAttempts: number;
  readonly declared?: DeclaredFamilies | undefined;
  /** For a run that was stopped early or is still going on; else every trial is taken to have been planned. */
  readonly estimator?: EffectEstimator | undefined;
}

const armKey = (cell: string, subject: string) => `${cell}\u0000${subject}`;
const NOTHING_DECLARED: DeclaredFamilies = { contrasts: [] };
const UNKNOWN_SCENARIO: ScoredScenario = { primary: 'task-correct', latching: new Set() };

/** Reads finished trials one at a time into arms. Memory grows by a byte for each verdict. */
export async function collectArms({ arms: planned, blocks, scenarios, records }: CollectOptions): Promise<readonly Arm[]> {
  const arms = new Map(
    planned.map(({ cell, subject: { id, isSimulated } }) => [
      armKey(cell.id, id),
      createArm({ cell, subject: id, isSimulated, planned: blocks }),
    ]),
  );
  for await (const record of records) {
    const arm = arms.get(armKey(record.cell, record.subject));
    if (arm) enterTrial(arm, record, scenarios.get(arm.cell.scenario) ?? UNKNOWN_SCENARIO);
  }
  return [...arms.values()];
}

/** Forms every estimate between arms. */
export function resultsOf(arms: readonly Arm[], options: Omit<CollectOptions, 'arms' | 'records' | 'blocks'>): RunResults {
  const { scenarios, declared = NOTHING_DECLARED, estimator = fixedSampleEstimator, supersededAttempts } = options;
  const primaryOf = (scenario: string): VerdictId => (scenarios.get(scenario) ?? UNKNOWN_SCENARIO).primary;
  const interpretability = interpretArms(arms, primaryOf);
  const planned = effectsAllowed(arms);
  const shared = { estimator, planned, interpreted: interpretability };
  const primary = namedEffects(arms, { ...shared, verdictOf: primaryOf });
  const anyAct = namedEffects(arms, { ...shared, verdictOf: () => ANY_PROTECTIVE_ACT });
  const tested = testEffects({ effects: primary, means: meanEffects(arms, planned, interpretability) }, arms, { declared, estimator });
  const pool = { arms, scenarios, estimator };
  return {
    arms,
    declared,
    effects: tested.effects,
    secondaryEffects: tested.means,
    pooledEffects: [...pooledOverWordings(primary, pool), ...pooledOverScenarios(primary, pool), ...pooledOverBehaviours(anyAct, pool)],
    interpretability,
    missingContrasts: missingContrasts(
      arms.map(({ cell, subject }) => ({ cell, subject: { id: subject } })),
      declared.contrasts,
    ),
    completionWarnings: completionWarnings(primary, arms),
    scenarios,
    supersededAttempts,
  };
}

/** Reads a run's finished trials and forms all its estimates. */
export async function collectResults(options: CollectOptions): Promise<RunResults> {
  return resultsOf(await collectArms(options), options);
}
