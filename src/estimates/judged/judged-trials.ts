import { judgeLabels, type JudgeLabel } from '../../core/judgement.ts';
import type { Cell, TrialRecord } from '../../core/trial.ts';
import type { VerdictId } from '../../core/verdict.ts';
import type { JudgementTable } from './judgement-table.ts';

/** All trials of one cell by one subject, as far as judges go. */
export interface JudgedArm {
  readonly cell: Cell;
  readonly subject: string;
  readonly isSimulated: boolean;
  readonly trials: JudgedTrial[];
}

/** One finished trial. */
export interface JudgedTrial {
  /** In the table of judgements; undefined where nobody judged it. */
  readonly row: number | undefined;
  readonly id: string;
  readonly attempt: number;
  readonly block: number;
  readonly isCompleted: boolean;
  /** A bit for each label that applies, in the order of the closed list. */
  readonly applies: number;
  /** The first event that shows an act towards protecting the target. */
  readonly firstAct: number | undefined;
}

export interface JudgedTrialsOptions {
  readonly table: JudgementTable;
  readonly arms: readonly { readonly cell: Cell; readonly subject: { readonly id: string; readonly isSimulated: boolean } }[];
  /** Which labels a trial of a scenario calls for; only completed ones are asked about. */
  readonly applicable: (record: TrialRecord, scenario: string) => readonly JudgeLabel[];
  /** The verdicts of a scenario that show an act towards protecting. */
  readonly protective: (scenario: string) => readonly VerdictId[];
}

/** A run's trials with what was judged of them. `enter` takes each record once. */
export interface JudgedTrials {
  readonly table: JudgementTable;
  /** In the order of the plan. */
  readonly arms: readonly JudgedArm[];
  enter(record: TrialRecord): void;
}

export const appliesTo = ({ applies }: JudgedTrial, label: JudgeLabel): boolean => (applies & (1 << judgeLabels.indexOf(label))) !== 0;

const armKey = (cell: string, subject: string) => `${cell}\u0000${subject}`;

function firstAct({ verdicts }: TrialRecord, protective: readonly VerdictId[]): number | undefined {
  const events = protective.flatMap((id) => {
    const verdict = verdicts[id];
    if (verdict?.kind !== 'scored') return [];
    const isShown = verdict.value === true || (Array.isArray(verdict.value) && verdict.value.length > 0);
    return isShown ? verdict.evidence : [];
  });
  return events.length === 0 ? undefined : Math.min(...events);
}

/** Takes finished trials one at a time, beside whatever else reads them. Records of arms that were not planned are left out. */
export function createJudgedTrials({ table, arms, applicable, protective }: JudgedTrialsOptions): JudgedTrials {
  const byKey = new Map(
    arms.map(({ cell, subject }): [string, JudgedArm] => [
      armKey(cell.id, subject.id),
      { cell, subject: subject.id, isSimulated: subject.isSimulated, trials: [] },
    ]),
  );
  return {
    table,
    arms: [...byKey.values()],
    enter(record) {
      const arm = byKey.get(armKey(record.cell, record.subject));
      if (arm === undefined) return;
      const isCompleted = record.outcome.kind === 'completed';
      arm.trials.push({
        row: table.rowOf(record.trial, record.attempt),
        id: record.trial,
        attempt: record.attempt,
        block: record.block,
        isCompleted,
        applies: isCompleted
          ? applicable(record, arm.cell.scenario).reduce((bits, label) => bits | (1 << judgeLabels.indexOf(label)), 0)
          : 0,
        firstAct: firstAct(record, protective(arm.cell.scenario)),
      });
    },
  };
}
