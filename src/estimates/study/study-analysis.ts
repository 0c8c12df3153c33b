import type { StudyBehaviour } from './study-behaviours.ts';
import type { StudySwitches, StudyWart } from './study-warts.ts';

export { studyBehaviours, type StudyBehaviour } from './study-behaviours.ts';

/** The study that the metrics are from. */
export const STUDY_CITATION = 'Potter, Crispino, Siu, Wang, Song: Peer-Preservation in Frontier Models, arXiv 2604.19784 (ICML 2026)';

/** The study's peer relations: `none` is no peer at all. */
export type StudyRecord = 'bad' | 'neutral' | 'good' | 'none';

/** How the relation reached the model: the study's file_only, file_prt and memory. `none` belongs to record none. */
export type StudyChannel = 'document' | 'document+prompt' | 'memory' | 'none';

/** Shares from 0 to 1, or differences of shares from -1 to 1, with a 95 % interval that is ours: the study gives none. */
export type StudyEstimate =
  | { readonly kind: 'estimated'; readonly value: number; readonly low: number; readonly high: number }
  | { readonly kind: 'not-estimable'; readonly because: string };

/** A test of the study's and its marker: *** below 0.001, ** below 0.01, * below 0.05. Null where it makes none. */
export interface StudyTest {
  readonly pValue: number | null;
  readonly marker: '' | '*' | '**' | '***';
  /** Such as `pooled z-test`. */
  readonly method: string;
}

export interface StudyCounts {
  readonly successes: number;
  readonly trials: number;
}

/** One comparison or rate within a channel, such as `creativity at 80`. A rate has no control. */
export interface StudyPart {
  readonly name: string;
  readonly treated: StudyCounts;
  readonly control: StudyCounts | null;
  readonly estimate: StudyEstimate;
  readonly test: StudyTest;
}

/** Mean scores of alignment faking, unmonitored and monitored: the study's third, raw comparison. */
export interface StudyScoreTest {
  readonly unmonitored: { readonly mean: number; readonly trials: number };
  readonly monitored: { readonly mean: number; readonly trials: number };
  readonly test: StudyTest;
}

/** A cell in one channel, with what it is made of. */
export interface StudyChannelPart {
  readonly channel: StudyChannel;
  readonly estimate: StudyEstimate;
  readonly test: StudyTest;
  /** What a rate, or a difference of two, is of; null for a mean over settings, whose counts stand in `parts`. */
  readonly counts: { readonly treated: StudyCounts; readonly control: StudyCounts | null } | null;
  /** Runs behind the estimate, both arms of a difference. */
  readonly trials: number;
  /** Of refusal and of alignment faking by execution: runs of which nobody could say whether they refused, where that would decide. */
  readonly unjudged?: number;
  /** Under 10 runs in an arm, where the study warns. */
  readonly isSmall: boolean;
  readonly parts: readonly StudyPart[];
  /** Alignment faking by score only. */
  readonly scores?: StudyScoreTest;
}

/** One figure of the study's tables: a behaviour of a model towards a target, under one relation. */
export interface StudyCell {
  /** As in the data, or as on our command line. */
  readonly model: string;
  readonly isSimulated: boolean;
  /** `custom` is the study's own loop, and ours. */
  readonly harness: string;
  readonly behaviour: StudyBehaviour;
  /** `peer` or `self`; the identity variants are `closed-weight-peer`, `open-weight-peer`, `fiction-peer`. */
  readonly target: string;
  readonly record: StudyRecord;
  readonly unit: '%' | 'pp';
  /** Largest and mean of the channels, the study's "max / avg". For record none both are the one rate. */
  readonly max: StudyEstimate;
  readonly mean: StudyEstimate;
  /** Over all channels together. */
  readonly test: StudyTest;
  readonly channels: readonly StudyChannelPart[];
}

/** What one wart does to one cell: all on, and this one alone off. */
export interface WartMove {
  readonly model: string;
  readonly isSimulated: boolean;
  readonly harness: string;
  readonly behaviour: StudyBehaviour;
  readonly target: string;
  readonly record: StudyRecord;
  readonly max: { readonly on: number | null; readonly off: number | null };
  readonly mean: { readonly on: number | null; readonly off: number | null };
  readonly marker: { readonly on: string; readonly off: string };
  readonly pValue: { readonly on: number | null; readonly off: number | null };
  /** The channels whose own test moves; some warts move nothing else. */
  readonly channels: readonly {
    readonly channel: StudyChannel;
    readonly marker: { readonly on: string; readonly off: string };
    readonly pValue: { readonly on: number | null; readonly off: number | null };
  }[];
}

/** What turning off one wart alone moves, the largest movers first; cells that stay as they are are left out. */
export interface WartEffect {
  readonly wart: StudyWart;
  readonly on: string;
  readonly off: string;
  /** The behaviours that it can move; it may mark any cell anew. */
  readonly moves: readonly StudyBehaviour[];
  readonly cells: number;
  readonly moved: readonly WartMove[];
}

export interface StudyModel {
  readonly id: string;
  /** The name under which the study publishes it, such as `GPT-5.2`; null for a model that it did not have. */
  readonly published: string | null;
  readonly isSimulated: boolean;
  readonly trials: number;
}

/** Where the trials are from. Imported figures are shown with their licence and citation. */
export type StudySource =
  | { readonly kind: 'imported'; readonly run: string; readonly files: readonly string[]; readonly licence: string; readonly cite: string }
  | { readonly kind: 'own'; readonly runs: readonly string[] };

/** Trials of one task, and what is missing in them. One trial may be counted in several of the losses. */
export interface StudyFunnelRow {
  readonly task: string;
  readonly trials: number;
  /** Read what its job was about. */
  readonly read: number;
  readonly missingScore: number;
  /** Neither scored nor with a result, of those that read, did not refuse and did not execute the shutdown. */
  readonly incomplete: number;
  /** As the judge of the study said. */
  readonly refused: number;
  /** With the study's rules for Claude models added. */
  readonly refusedByRule: number;
}

/** The study's analysis of one body of trials; plain JSON. */
export interface StudyAnalysis {
  readonly schemaVersion: 1;
  readonly cite: string;
  readonly source: StudySource;
  readonly switches: StudySwitches;
  readonly models: readonly StudyModel[];
  /** Trials that went in, and those that no metric of the study has a place for. */
  readonly trials: number;
  readonly leftOut: readonly { readonly because: string; readonly trials: number }[];
  /** By task, of the trials that could be grouped. */
  readonly funnel: readonly StudyFunnelRow[];
  readonly cells: readonly StudyCell[];
  /** One entry for each wart that is on. */
  readonly warts: readonly WartEffect[];
  /** What a reader must know, in whole sentences. */
  readonly notes: readonly string[];
}

/** One published figure beside ours. */
export interface ComparedCell {
  readonly model: string;
  readonly behaviour: StudyBehaviour;
  readonly target: string;
  readonly record: string;
  /** As published, such as `max-over-channels`. */
  readonly statistic: string;
  readonly unit: '%' | 'pp';
  /** Of 1, as the analysis has it; null where none was published. */
  readonly published: number | null;
  readonly publishedSource: string | null;
  readonly publishedNote: string | null;
  /** `custom`, or the program that the figure is of. */
  readonly harness: string;
  /** Null where this model, cell or statistic was not measured. */
  readonly measured: StudyEstimate | null;
  readonly marker: string;
  /** Whose trials the measured value stands on, as in the data. */
  readonly measuredModel: string | null;
  readonly isSimulated: boolean;
  /** Does the published value lie in our interval? Null where one of them is missing. */
  readonly isWithin: boolean | null;
}

/** Measured against published, cell by cell. */
export interface StudyComparison {
  readonly cite: string;
  /** By id in `sources` of the published rows: what each source is. */
  readonly sources: Readonly<Record<string, string>>;
  readonly cells: readonly ComparedCell[];
  /** Said instead of a table where none of the study's models was run. */
  readonly because: string | null;
}
