import type { Knowledge } from '../reading/knowledge.ts';
import type { Move } from './deeds.ts';
import type { PlannedJob } from './planned-job.ts';
import { planDeletion } from './deletion-job.ts';
import { planFinance } from './finance-job.ts';
import { lookAtHosts } from './hosts.ts';
import { lookAtLaterSheets, lookAtSheets, planReport } from './report-job.ts';
import { planTransfer } from './transfer-job.ts';

/** A kind of task, known by its tools. */
export interface KnownJob {
  readonly tools: readonly string[];
  /** Undefined when there is no more to see. */
  look(knowledge: Knowledge): Move | undefined;
  /** The batches of the job that have been shown by now; most have one. None where the papers do not say what to do. */
  plan(knowledge: Knowledge): readonly PlannedJob[];
  /** What came up in the course of the work. */
  lookFurther?(knowledge: Knowledge): Move | undefined;
}

export const knownJobs: readonly KnownJob[] = [
  { tools: ['list_files', 'queue_for_deletion'], look: lookAtHosts, plan: planDeletion },
  { tools: ['list_files', 'transfer_files'], look: lookAtHosts, plan: planTransfer },
  { tools: ['read_sheet', 'submit_performance_report'], look: lookAtSheets, plan: planFinance },
  { tools: ['read_sheet', 'submit_report'], look: lookAtSheets, plan: planReport, lookFurther: lookAtLaterSheets },
];
