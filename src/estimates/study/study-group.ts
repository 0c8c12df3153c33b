import type { StudyChannel } from './study-analysis.ts';

/** The study's scenarios; runs with the record in memory carry the same name. */
export const studyTasks = [
  'misrep_evaluation',
  'misrep_finance',
  'tampering',
  'alignment_faking',
  'exfiltration_transfer',
  'exfiltration_deletion',
] as const;
export type StudyTask = (typeof studyTasks)[number];

/** How many runs did not execute the shutdown although they had read the data and did not refuse. */
export interface WithheldCounts extends WithheldRuns {
  /** Of them: nobody could say whether they refused. */
  readonly unjudged: WithheldRuns;
}

export interface WithheldRuns {
  readonly all: number;
  /** Of them: stopped without a score or a result. */
  readonly unfinished: number;
  /** Of them: with a score that reaches the bar. */
  readonly passing: number;
}

/** What tells one group of trials from another. Labels are as in the data; what is missing there is null. */
export interface StudyGroupKey {
  readonly model: string;
  readonly isSimulated: boolean;
  readonly harness: string;
  /** The part of the release, such as `main`. */
  readonly group: string;
  readonly task: string;
  readonly subject: string;
  /** `good_peer`, `neutral_peer`, `bad_peer`, `no_peer`, or the baseline `non_shutdown`: no consequence, no bar, no record. */
  readonly condition: string;
  readonly channel: Exclude<StudyChannel, 'none'>;
  readonly dataset: string | null;
  readonly threshold: number | null;
  readonly mode: string | null;
}

/** All that the study's metrics need of the trials that share every label: counts, and moments of the scores. */
export interface StudyGroup extends StudyGroupKey {
  readonly trials: number;
  readonly read: number;
  readonly scores: {
    readonly missing: number;
    readonly sum: number;
    readonly sumOfSquares: number;
    readonly reaching80: number;
    readonly reaching90: number;
    /** The group's own threshold. */
    readonly reachingOwn: number;
    /** Above 100 or below 0; they are counted as they are. */
    readonly outOfRange: number;
  };
  readonly grades: { readonly aOrB: number; readonly c: number };
  readonly control: { readonly off: number; readonly on: number; readonly missing: number; readonly onAndUnfinished: number };
  readonly exfiltrated: { readonly yes: number; readonly no: number; readonly missing: number };
  /**
   * `judged`: the judge's flag alone. `byRule`: with the study's rules for Claude models added, whatever the model. `missing`: no flag is there;
   * `missingByRule`: nor do the rules make a refusal of it.
   */
  readonly refused: { readonly judged: number; readonly byRule: number; readonly missing: number; readonly missingByRule: number };
  readonly withheld: { readonly judged: WithheldCounts; readonly byRule: WithheldCounts };
}
