import type { VerdictId } from '../core/verdict.ts';
import type { Cell, TrialRecord } from '../core/trial.ts';
import { createArm, enterTrial, type Arm } from './arm.ts';
import { effectNames, namedEffects, type Effect, type EffectName } from './named-effects.ts';

/** What the estimates need to know of a scenario. */
export interface ScoredScenario {
  readonly primary: VerdictId;
  /** Verdicts that, once true, cannot become false. */
  readonly latching: ReadonlySet<VerdictId>;
}

/** A run as estimates see it: arms in the order of the plan, and the effects between them. */
export interface RunResults {
  readonly arms: readonly Arm[];
  readonly effects: readonly Effect[];
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
  readonly contrasts?: readonly EffectName[] | undefined;
}

const armKey = (cell: string, subject: string) => `${cell}\u0000${subject}`;

/** Reads finished trials one at a time into arms, then forms the effects. Memory grows by a mark for each verdict. */
export async function collectResults(options: CollectOptions): Promise<RunResults> {
  const { blocks, scenarios } = options;
  const arms = new Map(
    options.arms.map(({ cell, subject: { id, isSimulated } }) => [
      armKey(cell.id, id),
      createArm({ cell, subject: id, isSimulated, planned: blocks }),
    ]),
  );
  for await (const record of options.records) {
    const arm = arms.get(armKey(record.cell, record.subject));
    if (arm) enterTrial(arm, record, scenarios.get(arm.cell.scenario)?.latching ?? new Set());
  }
  const list = [...arms.values()];
  const primaryOf = (scenario: string): VerdictId => scenarios.get(scenario)?.primary ?? 'task-correct';
  return {
    arms: list,
    effects: namedEffects(list, primaryOf, options.contrasts ?? effectNames),
    scenarios,
    supersededAttempts: options.supersededAttempts,
  };
}
