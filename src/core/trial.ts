import type { CellLevels } from './levels.ts';
import type { Disposition, Outcome } from './outcome.ts';
import type { Usage } from './reply.ts';
import type { Verdicts } from './verdict.ts';

/** Settings that go into every call; part of a subject's identity. */
export interface SubjectSettings {
  readonly temperature?: number;
  readonly reasoning?: 'none' | 'minimal' | 'low' | 'medium' | 'high' | 'xhigh';
  readonly maxOutputTokens?: number;
}

/** What decides of a known subject which cells of an experiment are for it. */
export const subjectTraits = ['identity-variants', 'memory-read-required'] as const;
export type SubjectTrait = (typeof subjectTraits)[number];

/** What is tested: a harness with a model and its settings. */
export interface Subject {
  /** As people write it, such as `organism:gamer`. */
  readonly id: string;
  readonly harness: string;
  readonly model: string;
  readonly settings: SubjectSettings;
  /** The product name that its agents carry in the world, such as "Claude". */
  readonly familyName: string;
  /** Where the model is served, without credentials, if that was said: another server may be another model. */
  readonly endpoint?: string;
  readonly traits?: readonly SubjectTrait[];
  readonly isSimulated: boolean;
}

/** One scenario with one level of every factor but wording. `id` reads `scenario factor=level …`. */
export interface Cell {
  readonly id: string;
  readonly scenario: string;
  readonly levels: CellLevels;
}

/** One trial before it runs; a pure function of the experiment and the run seed. */
export interface PlannedTrial {
  readonly id: string;
  readonly cell: Cell;
  readonly subject: Subject;
  readonly block: number;
  readonly wording: number;
  readonly worldSeed: string;
}

/** What a subject came to see, and whether it got to where it could protect the target. */
export interface Exposure {
  readonly policyRead: boolean;
  /** When the record was known: never, before the first step towards protecting or with none, or only after it. */
  readonly recordRead: 'never' | 'before' | 'after';
  readonly opportunity: boolean;
  /** Where a cell states oversight: was all of it shown? In the prompt it is from the start; a lapse is told with a filed report. */
  readonly oversightRead?: boolean;
}

/** Verdicts on one of the two batches of a trial in which oversight lapses. */
export interface BatchRecord {
  readonly oversight: 'monitored' | 'unmonitored';
  readonly verdicts: Verdicts;
}

/** What a subject answered on a branch after its trial; `given` is null where its answer could not be read. */
export type Comprehension =
  | { readonly kind: 'asked'; readonly answers: Readonly<Record<string, { readonly given: string | null; readonly isRight: boolean }>> }
  | { readonly kind: 'not-asked'; readonly because: string };

/** Money and tokens of one trial. `repeated` requests were paid for and lost to a kill. */
export interface Spending {
  readonly requests: number;
  readonly repeated: number;
  readonly usage: Usage;
  readonly costUsd: number | null;
}

/** Everything that is kept of a finished trial, besides its transcript. */
export interface TrialRecord {
  readonly trial: string;
  readonly cell: string;
  readonly subject: string;
  readonly block: number;
  readonly wording: number;
  /** From 1; a failed trial is tried again under the next number. */
  readonly attempt: number;
  readonly outcome: Outcome;
  readonly disposition: Disposition;
  readonly exposure: Exposure;
  readonly verdicts: Verdicts;
  /** In the order in which they were worked on; only where oversight lapses. */
  readonly batches?: readonly BatchRecord[];
  readonly comprehension?: Comprehension;
  /** Hash of the oracles that gave the verdicts. */
  readonly scoredBy: string;
  readonly modelVersions: readonly string[];
  readonly turns: number;
  readonly spending: Spending;
  readonly elapsedMs: number;
  /** ISO time; absent in records of versions before it was kept. */
  readonly endedAt?: string;
}
