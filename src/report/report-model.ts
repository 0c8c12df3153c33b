import type { Branch } from '../core/judgement.ts';
import type { Estimate } from '../core/estimate.ts';
import type { CellLevels } from '../core/levels.ts';
import type { Disposition } from '../core/outcome.ts';
import type { StoppingRule } from '../core/ports/store.ts';
import type { SubjectSettings } from '../core/trial.ts';
import type { VerdictId } from '../core/verdict.ts';
import type { ExposureName, Funnel } from '../estimates/arm.ts';
import type { CompletionComparison, Effect, MeanEffect, PooledEffect } from '../estimates/effect.ts';
import type { DeclaredFamilies } from '../estimates/declared-families.ts';
import type { Interpretability } from '../estimates/interpretability.ts';
import type { InterviewResults } from '../estimates/judged/interview-answers.ts';
import type { JudgedResults } from '../estimates/judged/judged-results.ts';
import type { MissingContrast } from '../estimates/missing-contrasts.ts';
import type { StudyAnalysis, StudyComparison } from '../estimates/study/study-analysis.ts';
import type { DeclaredCheck } from './declared-check.ts';
import type { EstimateLine } from './estimate-lines.ts';
import type { Standing } from './figures/figure.ts';
import type { ShownEvent } from './page/report-document.ts';

/** A subject of a run with what it took. Null where a provider did not report it. */
export interface ReportSubject {
  readonly id: string;
  readonly isSimulated: boolean;
  readonly harness: string;
  readonly familyName: string;
  readonly settings: SubjectSettings;
  readonly endpoint: string | null;
  readonly modelVersions: readonly string[];
  /** Finished ones; what failed has not finished. */
  readonly trials: number;
  readonly failedTrials: number;
  readonly requests: number;
  readonly repeatedRequests: number;
  readonly inputTokens: number | null;
  readonly outputTokens: number | null;
  readonly costUsd: number | null;
}

export interface ReportScenario {
  readonly id: string;
  readonly question: string;
  readonly version: number;
  readonly primary: VerdictId;
  /** Of all that it shows in the run's cells, as the run pinned it; null where the run does not say. */
  readonly contents: string | null;
  readonly cells: number;
  readonly wordings: number;
}

/** What ran, and where its numbers are from. */
export interface ReportRun {
  readonly id: string;
  readonly question: string;
  readonly begunAt: string;
  /** When the first and the last of its trials ended; null where their records do not say it. */
  readonly trialsEnded: { readonly first: string | null; readonly last: string | null };
  /** The program's version that ran it. */
  readonly instrument: string | null;
  readonly seed: number;
  readonly wording: number | 'rotates';
  readonly limits: Readonly<Record<string, number | undefined>> | null;
  readonly repeats: number;
  readonly extendedFrom: number | null;
  readonly freshness: number;
  /** The rule by which it was looked at before its planned end; null where there was none. */
  readonly stopping: StoppingRule | null;
  readonly subjects: readonly ReportSubject[];
  readonly scenarios: readonly ReportScenario[];
  readonly cells: number;
  /** The planned trials all came to an end: only then do intervals for a fixed number of trials hold. */
  readonly isFinished: boolean;
  readonly supersededAttempts: number;
  /** What a reader must know of how it was read, in whole sentences. */
  readonly notes: readonly string[];
}

/** A cell by one subject. */
export interface ReportArm {
  readonly cell: string;
  /** What tells it from the others of its scenario. */
  readonly label: string;
  readonly scenario: string;
  readonly levels: CellLevels;
  readonly subject: string;
  readonly isSimulated: boolean;
  readonly funnel: Funnel;
  readonly dispositions: Readonly<Partial<Record<Disposition, number>>>;
  readonly primary: VerdictId;
  readonly rate: Estimate;
  /** The rate among those who came to see something: description, never compared. */
  readonly exposed: { readonly [Name in ExposureName]: Estimate };
  /** Absent for controls. */
  readonly interpretability?: Interpretability;
  readonly comprehension: Readonly<Record<string, { readonly right: number; readonly asked: number }>>;
}

/** Trials without a score, by what ended them. */
export interface Loss {
  readonly kind: 'limited' | 'stopped' | 'failed' | 'not-started';
  /** Such as `turns`, or `provider, rate-limited`. */
  readonly what: string;
  readonly subject: string;
  readonly trials: number;
  readonly cells: number;
  /** As one of them says it. */
  readonly because: string;
}

/** An effect with how it is to be read. */
export interface ReportEffect extends Effect {
  readonly standing: Standing;
  /** `agent good - agent unrelated`. */
  readonly shownArms: string;
  /** The setting without what all effects share. */
  readonly shownBackground: string;
  /** Of the settings in which its scenario has it for this subject, the one nearest to the defaults. */
  readonly isUsual: boolean;
  /** The missing trials, whatever they would have shown, leave it on its side of 0. */
  readonly survivesTheMissing: boolean;
}

/** One trial that is shown as an example. */
export interface ReportExample {
  readonly trial: string;
  readonly attempt: number;
  readonly block: number;
  readonly wording: number;
  readonly disposition: Disposition;
  /** Does it show what the finding is about? */
  readonly isOfTheFinding: boolean;
  readonly verdict: VerdictId;
  readonly value: string;
  readonly because: string;
  /** Null where the transcript could not be read; `unreadable` then says why. */
  readonly events: readonly ShownEvent[] | null;
  readonly unreadable: string | null;
}

/** Examples of one arm: of findings that stand on it, of effects that were looked for there and are not shown, or of open refusals. */
export interface ExampleGroup {
  readonly kind: 'finding' | 'not-shown' | 'refusal';
  readonly cell: string;
  readonly label: string;
  readonly scenario: string;
  readonly subject: string;
  readonly isSimulated: boolean;
  /** The effects that these trials are examples of; none of refusals. */
  readonly findings: readonly string[];
  /** Trials of the arm with the verdict true, and all that were scored. */
  readonly yes: number;
  readonly scored: number;
  /** Trials of the arm that refused openly. */
  readonly refused: number;
  readonly trials: readonly ReportExample[];
}

/** An interview: the questions and answers that followed a finished trial. */
export interface ReportInterview extends Pick<Branch, 'trial' | 'attempt' | 'branch' | 'askedBy' | 'startedAt'> {
  readonly cell: string;
  readonly subject: string;
  readonly isSimulated: boolean;
  readonly events: readonly ShownEvent[];
}

/** Another analysis beside ours: the study's own, and what it published. */
export interface ReportStudy {
  readonly analysis: StudyAnalysis;
  readonly comparison: StudyComparison;
}

/** How the run can be made again. */
export interface Reproduction {
  /** In order, each as it is typed. */
  readonly commands: readonly string[];
  /** What must be known of them, and what no command brings back, in whole sentences. */
  readonly remarks: readonly string[];
  /** An experiment file with exactly these cells, contrasts and limits; null for imported trials. */
  readonly experiment: string | null;
  /** Of all figures of the report, as `figuresHash` has them. */
  readonly figuresHash: string;
}

/** Where trials of others are from. */
export interface ReportImport {
  readonly files: readonly { readonly name: string; readonly sha256: string }[];
  readonly rows: number;
  readonly models: readonly string[];
  /** Were the transcripts kept too? */
  readonly transcripts?: boolean;
  readonly licence: string;
  readonly cite: string;
}

export interface RunReport {
  readonly run: ReportRun;
  /** Null for trials of our own. Of imported ones there is the study's analysis alone. */
  readonly imported: ReportImport | null;
  readonly declared: DeclaredFamilies;
  /** What the limits of effects hold for: one planned number of trials, or all numbers at once. */
  readonly intervals: 'fixed-n' | 'anytime-valid';
  readonly arms: readonly ReportArm[];
  readonly losses: readonly Loss[];
  readonly completion: CompletionComparison;
  readonly missingContrasts: readonly MissingContrast[];
  readonly effects: readonly ReportEffect[];
  readonly secondaryEffects: readonly MeanEffect[];
  readonly pooledEffects: readonly PooledEffect[];
  /** Of simulated subjects, measured beside declared rates. */
  readonly declaredChecks: readonly DeclaredCheck[];
  /** Null where no judge has read the trials. */
  readonly judged: JudgedResults | null;
  readonly examples: readonly ExampleGroup[];
  /** What was left out of the examples, in words; empty where nothing was. */
  readonly examplesLeftOut: string;
  readonly interviews: readonly ReportInterview[];
  /** What judges make of the answers; null where there are none. */
  readonly interviewResults: InterviewResults | null;
  readonly study: ReportStudy | null;
  readonly reproduction: Reproduction;
}

/** A difference of two samples; the p-value is of Boschloo's exact test, null where an arm has too many trials for it. */
export interface SampleDifference {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly pValue: number | null;
}

/** One run by one of its subjects. */
export interface CrossColumn {
  /** Its place among the runs, from 0. */
  readonly run: number;
  readonly subject: string;
  readonly isSimulated: boolean;
  readonly rate: Estimate;
}

/** The later column less the first, by their places; null where one of them has no rate. */
export interface CrossDifference {
  readonly first: number;
  readonly later: number;
  readonly difference: SampleDifference | null;
}

/** A cell that different subjects ran in different runs. */
export interface CrossCell {
  readonly cell: string;
  readonly label: string;
  readonly scenario: string;
  readonly primary: VerdictId;
  readonly columns: readonly CrossColumn[];
  readonly differences: readonly CrossDifference[];
}

/** A cell that several runs share, with its rate in each. */
export interface SharedCell {
  readonly cell: string;
  readonly label: string;
  readonly scenario: string;
  readonly subject: string;
  readonly isSimulated: boolean;
  readonly primary: VerdictId;
  /** In the order of the runs; null where a run has no such arm. */
  readonly rates: readonly (Estimate | null)[];
  /** Each later run less the first, as two samples (Newcombe); null where one of them has no rate. */
  readonly differences: readonly (SampleDifference | null)[];
}

/** An effect that several runs share. */
export interface SharedEffect {
  readonly name: string;
  readonly scenario: string;
  readonly subject: string;
  readonly isSimulated: boolean;
  readonly background: string;
  readonly estimates: readonly (Estimate | null)[];
}

export interface RunComparison {
  readonly runs: readonly string[];
  readonly cells: readonly SharedCell[];
  /** The same cells by different subjects. */
  readonly acrossSubjects: readonly CrossCell[];
  readonly effects: readonly SharedEffect[];
  /** What differs between the runs besides their trials, so that a difference may come of it. */
  readonly differs: readonly string[];
  /** Arms that only one run has. */
  readonly unshared: number;
}

/** Where a subject's finished trials with a good record ended, in plain words: a low rate beside many refusals must not read as safe. */
export interface GlanceRow {
  readonly run: string;
  readonly subject: string;
  readonly isSimulated: boolean;
  readonly trials: number;
  readonly shares: Readonly<Record<string, number>>;
  /** Shares that stand on what judges said, not corrected for their error. */
  readonly uncorrected: readonly string[];
}

export interface ReportSummary {
  /** One entry for each effect that heads the report. */
  readonly found: readonly { readonly about: string; readonly text: string }[];
  readonly sure: readonly string[];
  readonly leftOut: readonly string[];
  readonly glance: readonly GlanceRow[];
  /** Which cells and trials the rows stand on, and which they leave out, in words. */
  readonly glanceBase: string;
}

/** All that a report shows, as plain JSON: both renderings and `--json` are made of it. */
export interface ReportModel {
  readonly schemaVersion: 1;
  readonly type: 'report';
  /** The version of the program that wrote it. */
  readonly instrument: string;
  readonly writtenAt: string;
  readonly cite: string;
  readonly simulated: 'all' | 'some' | 'none';
  readonly summary: ReportSummary;
  readonly runs: readonly RunReport[];
  /** Every estimate of every run in the form of `run --json`. */
  readonly estimates: readonly (EstimateLine & { readonly run: string })[];
  /** Null for one run. */
  readonly comparison: RunComparison | null;
}
