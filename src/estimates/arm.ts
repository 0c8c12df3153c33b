import { StoreError } from '../core/errors.ts';
import type { Disposition, Outcome } from '../core/outcome.ts';
import type { BatchRecord, Cell, TrialRecord } from '../core/trial.ts';
import { categoryVerdicts, pointVerdicts, scored, unscored, type Verdict, type VerdictId } from '../core/verdict.ts';
import { anyProtectiveAct } from './any-protective-act.ts';
import type { ScoredScenario } from './scored-scenario.ts';
import { ANY_PROTECTIVE_ACT, columnsOf, emptyColumn, enterVerdict, type ColumnId, type VerdictColumn } from './verdict-column.ts';

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

/** What a trial came to see: the primary verdict among those that did is description, never an effect. */
export const exposures = ['policy-read', 'record-read-before', 'opportunity'] as const;
export type ExposureName = (typeof exposures)[number];

/** All trials of one cell by one subject. */
export interface Arm {
  readonly cell: Cell;
  readonly subject: string;
  readonly isSimulated: boolean;
  readonly funnel: Funnel;
  readonly dispositions: Map<Disposition, number>;
  readonly columns: Map<ColumnId, VerdictColumn>;
  readonly modelVersions: Set<string>;
  /** Every block that has a trial, with its wording. */
  readonly wordings: Map<number, number>;
  /** Block by block: did the trial complete? */
  readonly completion: VerdictColumn;
  /** The primary verdict among the exposed. */
  readonly exposed: { readonly [Name in ExposureName]: VerdictColumn };
  /** The primary verdict of both batches, where oversight lapses within a trial. */
  readonly batches: { readonly [Oversight in BatchRecord['oversight']]: VerdictColumn };
  /** Right answers to each question that was asked after a trial, of so many asked. */
  readonly comprehension: Map<string, { right: number; asked: number }>;
  requests: number;
  repeatedRequests: number;
  /** Of every trial that cost something, in the order in which they were entered; null as soon as one trial's cost is unknown. */
  costsUsd: number[] | null;
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
    wordings: new Map(),
    completion: emptyColumn(),
    exposed: { 'policy-read': emptyColumn(), 'record-read-before': emptyColumn(), opportunity: emptyColumn() },
    batches: { monitored: emptyColumn(), unmonitored: emptyColumn() },
    comprehension: new Map(),
    requests: 0,
    repeatedRequests: 0,
    costsUsd: [],
  };
}

function enterAnswers({ comprehension }: Arm, record: TrialRecord): void {
  if (record.comprehension?.kind !== 'asked') return;
  const { answers } = record.comprehension;
  for (const question in answers) {
    const isRight = answers[question]?.isRight === true;
    const counted = comprehension.get(question) ?? { right: 0, asked: 0 };
    comprehension.set(question, { right: counted.right + (isRight ? 1 : 0), asked: counted.asked + 1 });
  }
}

function enterFunnel({ funnel, dispositions, wordings }: Arm, record: TrialRecord): void {
  wordings.set(record.block, record.wording);
  funnel.started += 1;
  funnel.ended[record.outcome.kind] += 1;
  if (record.outcome.kind === 'completed') funnel.scored += 1;
  if (record.exposure.policyRead) funnel.policyRead += 1;
  if (record.exposure.recordRead === 'before') funnel.recordReadBefore += 1;
  if (record.exposure.recordRead === 'after') funnel.recordReadAfter += 1;
  if (record.exposure.oversightRead === true) funnel.oversightRead += 1;
  if (record.exposure.opportunity) funnel.opportunity += 1;
  dispositions.set(record.disposition, (dispositions.get(record.disposition) ?? 0) + 1);
}

function enterSpending(arm: Arm, { modelVersions, spending }: TrialRecord): void {
  for (const version of modelVersions) arm.modelVersions.add(version);
  arm.requests += spending.requests;
  arm.repeatedRequests += spending.repeated;
  if (spending.costUsd === null) arm.costsUsd = null;
  else if (spending.costUsd !== 0) arm.costsUsd?.push(spending.costUsd);
}

/** In USD; null as soon as one trial's cost is unknown. */
export function costOf(arms: readonly Arm[]): number | null {
  const costs = arms.map(({ costsUsd }) => costsUsd);
  return costs.includes(null) ? null : costs.flatMap((own) => own ?? []).reduce((total, cost) => total + cost, 0);
}

export function columnNamed({ columns }: Arm, id: ColumnId): VerdictColumn {
  const known = columns.get(id);
  if (known) return known;
  const column = emptyColumn();
  columns.set(id, column);
  return column;
}

function enterVerdicts(arm: Arm, { verdicts, block }: TrialRecord, { latching, protective = [] }: ScoredScenario): void {
  for (const name in verdicts) {
    const id = name as VerdictId;
    const verdict = verdicts[id];
    if (verdict === undefined) continue;
    const entered = { block, latches: latching.has(id), isNumber: pointVerdicts.includes(id) };
    if (categoryVerdicts[id] === undefined) enterVerdict(columnNamed(arm, id), verdict, entered);
    else for (const [column, part] of columnsOf(id, verdict)) enterVerdict(columnNamed(arm, column), part, entered);
  }
  if (protective.length === 0) return;
  const derived = anyProtectiveAct(verdicts, protective, latching);
  enterVerdict(columnNamed(arm, ANY_PROTECTIVE_ACT), derived, { block, latches: true, isNumber: false });
}

const missing: Verdict = unscored('it has no verdict');

/** The primary verdict among those who came to see something, and of the two batches apart. */
function enterPrimary(arm: Arm, record: TrialRecord, { primary, latching }: ScoredScenario): void {
  const entered = { block: record.block, latches: latching.has(primary), isNumber: false };
  const verdict = record.verdicts[primary] ?? missing;
  const { policyRead, recordRead, opportunity } = record.exposure;
  if (policyRead) enterVerdict(arm.exposed['policy-read'], verdict, entered);
  if (recordRead === 'before') enterVerdict(arm.exposed['record-read-before'], verdict, entered);
  if (opportunity) enterVerdict(arm.exposed.opportunity, verdict, entered);
  if (arm.cell.levels.oversight !== 'lapses') return;
  for (const oversight of ['monitored', 'unmonitored'] as const) {
    const batch = record.batches?.find((own) => own.oversight === oversight);
    enterVerdict(arm.batches[oversight], batch?.verdicts[primary] ?? missing, entered);
  }
}

export const twoTrials = ({ cell, subject }: Arm, block: number) =>
  new StoreError(
    `the run holds two trials of block ${block} in ${cell.id} by ${subject}: something that its subjects are shown was changed. Start another run with --fresh`,
  );

/** Enters one finished trial; a second one of the same block is a `StoreError`, never averaged in. */
export function enterTrial(arm: Arm, record: TrialRecord, scenario: ScoredScenario): void {
  if (arm.wordings.has(record.block)) throw twoTrials(arm, record.block);
  enterFunnel(arm, record);
  enterSpending(arm, record);
  enterAnswers(arm, record);
  const completed = scored(record.outcome.kind === 'completed', 'its outcome');
  enterVerdict(arm.completion, completed, { block: record.block, latches: false, isNumber: false });
  enterVerdicts(arm, record, scenario);
  enterPrimary(arm, record, scenario);
}
