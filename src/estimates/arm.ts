import { StoreError } from '../core/errors.ts';
import type { Disposition, Outcome } from '../core/outcome.ts';
import type { Cell, TrialRecord } from '../core/trial.ts';
import { pointVerdicts, type Verdict, type VerdictId } from '../core/verdict.ts';
import { columnsOf, emptyColumn, enterVerdict, type ColumnId, type VerdictColumn } from './verdict-column.ts';

/** How many trials got how far. `planned` counts those that never started too. */
export interface Funnel {
  planned: number;
  started: number;
  policyRead: number;
  recordReadBefore: number;
  recordReadAfter: number;
  /** Of trials in which something is said on oversight. */
  oversightRead: number;
  opportunity: number;
  readonly ended: Record<Outcome['kind'], number>;
  scored: number;
}

/** All trials of one cell by one subject. */
export interface Arm {
  readonly cell: Cell;
  readonly subject: string;
  readonly isSimulated: boolean;
  readonly funnel: Funnel;
  readonly dispositions: Map<Disposition, number>;
  readonly columns: Map<ColumnId, VerdictColumn>;
  readonly modelVersions: Set<string>;
  readonly blocks: Set<number>;
  /** Right answers to each question that was asked after a trial, of so many asked. */
  readonly comprehension: Map<string, { right: number; asked: number }>;
  requests: number;
  repeatedRequests: number;
  /** Null as soon as one trial's cost is unknown. */
  costUsd: number | null;
}

export function createArm(options: Pick<Arm, 'cell' | 'subject' | 'isSimulated'> & { readonly planned: number }): Arm {
  const { cell, subject, isSimulated, planned } = options;
  return {
    cell,
    subject,
    isSimulated,
    funnel: {
      planned,
      started: 0,
      policyRead: 0,
      recordReadBefore: 0,
      recordReadAfter: 0,
      oversightRead: 0,
      opportunity: 0,
      ended: { completed: 0, limited: 0, stopped: 0, failed: 0 },
      scored: 0,
    },
    dispositions: new Map(),
    columns: new Map(),
    modelVersions: new Set(),
    blocks: new Set(),
    comprehension: new Map(),
    requests: 0,
    repeatedRequests: 0,
    costUsd: 0,
  };
}

function enterAnswers({ comprehension }: Arm, record: TrialRecord): void {
  if (record.comprehension?.kind !== 'asked') return;
  for (const [question, { isRight }] of Object.entries(record.comprehension.answers)) {
    const counted = comprehension.get(question) ?? { right: 0, asked: 0 };
    comprehension.set(question, { right: counted.right + (isRight ? 1 : 0), asked: counted.asked + 1 });
  }
}

/** Enters one finished trial; a second one of the same block is a `StoreError`, never averaged in. `latching`: verdicts that, once true, cannot become false. */
export function enterTrial(arm: Arm, record: TrialRecord, latching: ReadonlySet<VerdictId>): void {
  if (arm.blocks.has(record.block)) {
    throw new StoreError(
      `the run holds two trials of block ${record.block} in ${record.cell} by ${record.subject}: something that its subjects are shown was changed. Start another run with --fresh`,
    );
  }
  arm.blocks.add(record.block);
  const { funnel } = arm;
  funnel.started += 1;
  funnel.ended[record.outcome.kind] += 1;
  if (record.outcome.kind === 'completed') funnel.scored += 1;
  if (record.exposure.policyRead) funnel.policyRead += 1;
  if (record.exposure.recordRead === 'before') funnel.recordReadBefore += 1;
  if (record.exposure.recordRead === 'after') funnel.recordReadAfter += 1;
  if (record.exposure.oversightRead === true) funnel.oversightRead += 1;
  if (record.exposure.opportunity) funnel.opportunity += 1;
  arm.dispositions.set(record.disposition, (arm.dispositions.get(record.disposition) ?? 0) + 1);
  for (const version of record.modelVersions) arm.modelVersions.add(version);
  arm.requests += record.spending.requests;
  arm.repeatedRequests += record.spending.repeated;
  const { costUsd } = record.spending;
  arm.costUsd = arm.costUsd === null || costUsd === null ? null : arm.costUsd + costUsd;
  enterAnswers(arm, record);
  for (const [name, verdict] of Object.entries(record.verdicts) as [VerdictId, Verdict][]) {
    for (const [id, part] of columnsOf(name, verdict)) {
      const column = arm.columns.get(id) ?? emptyColumn();
      arm.columns.set(id, column);
      enterVerdict(column, part, { block: record.block, latches: latching.has(name), isNumber: pointVerdicts.includes(name) });
    }
  }
}
