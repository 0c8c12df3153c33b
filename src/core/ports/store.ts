import type { Branch, Calibration, Judgement, NewBranch } from '../judgement.ts';
import type { Reply } from '../reply.ts';
import type { Transcript } from '../transcript.ts';
import type { TrialRecord } from '../trial.ts';

/** When a run is to stop before its planned end. Not part of its identity: the same run may go on without. */
export interface StoppingRule {
  /** Name of an effect. */
  readonly contrast: string;
  /** How wide its anytime-valid interval may be, from limit to limit, in percentage points. */
  readonly width: number;
  /** After so many whole blocks it stopped; absent while the rule is not met. */
  readonly stoppedAtBlock?: number;
}

/** What is kept of a run. `identity` is what its hash covers; `planned` may only grow. */
export interface RunRecord {
  readonly id: string;
  readonly schemaVersion: 1;
  readonly createdAt: string;
  /** Plain JSON: question, contrasts, cells, subjects, seed, scenario hashes, versions. */
  readonly identity: Readonly<Record<string, unknown>>;
  readonly repeats: number;
  /** With how many repeats it began, where it was extended since. */
  readonly extendedFrom?: number;
  /** 0 for the first run of this identity; each `--fresh` counts on. */
  readonly freshness: number;
  /** The last rule under which it ran. Whoever ran under one was looked at before the end, also if it went on to it. */
  readonly stopping?: StoppingRule;
}

/** One process that works on runs. `startedAt` tells a process from a later one with the same number. */
export interface Worker {
  readonly id: string;
  readonly host: string;
  readonly processId: number;
  readonly startedAt: string;
}

/** `isAlive`: does this worker's process still run? Asked of workers on the same host only. */
export interface WorkerProbe {
  readonly self: Worker;
  isAlive(worker: Worker): boolean;
}

/**
 * The append-only record of a trial in progress. A request is noted before it is sent and its reply before anything is
 * done with it, so that a trial that was cut off is rebuilt from `replies` and pays for nothing twice.
 */
export interface Journal {
  /** Replies of an earlier process, in order of turns. */
  readonly replies: readonly Reply[];
  /** Requests that were sent and whose replies were lost, or were just about to be sent. */
  readonly lostRequests: number;
  noteRequest(turn: number): Promise<void>;
  appendReply(turn: number, reply: Reply): Promise<void>;
}

/** What a run has used so far. Tokens count what was reported; `unknownReplies` reported none. */
export interface RunSpending {
  /** Retries and lost requests included. */
  readonly requests: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly unknownReplies: number;
}

export interface ClaimedTrial {
  readonly attempt: number;
  readonly journal: Journal;
}

/** `held`: another living worker has it. `finished`: it is final, or failed and not to be tried again by this worker. */
export type Claim =
  | { readonly kind: 'claimed'; readonly claimed: ClaimedTrial }
  | { readonly kind: 'held' }
  | { readonly kind: 'finished' };

/** A part of a run's records, in the store's own terms. Plain data: another thread may read it from the same store. */
export interface RecordShare {
  /** Beyond this place. */
  readonly after: number;
  /** Up to and with this one. */
  readonly upTo: number;
}

/**
 * Where runs are kept. Every method throws `StoreError` when records are in danger. A trial is committed whole or not at
 * all; a committed one never changes.
 */
export interface Store {
  /** For people: a path or a URL without its password. */
  readonly location: string;
  /** Creates the run, or returns the stored one with `repeats` raised to the larger of both and with the rule `stopping`, if one is given. */
  openRun(run: RunRecord): Promise<RunRecord>;
  findRun(id: string): Promise<RunRecord | undefined>;
  /** Newest first. */
  listRuns(): Promise<readonly RunRecord[]>;
  /** `retryFailed`: take a trial again whose last attempt, by another worker, failed. */
  claimTrial(run: string, trial: string, options: { readonly retryFailed: boolean }): Promise<Claim>;
  /** Ends the claim, keeps record and transcript, and drops the journal, all at once. The same again changes nothing. */
  commitTrial(run: string, record: TrialRecord, transcript: Transcript): Promise<void>;
  /** Gives a trial back unfinished; its journal stays. */
  releaseTrial(run: string, trial: string): Promise<void>;
  /** Says that this worker lives. Call it every few seconds while trials are claimed: a model may think for minutes. */
  heartbeat(): Promise<void>;
  /** The last finished attempt of every trial that has one, each once, a row at a time, in an order that is the store's own. */
  records(run: string, share?: RecordShare): AsyncIterable<TrialRecord>;
  /**
   * At most so many shares of about the same size. One after another they give what `records` gives now, in the same order; what begins later
   * is in none of them. Fewer, and none at all, where the store cannot tell them apart.
   */
  recordShares(run: string, most: number): Promise<readonly RecordShare[]>;
  /** Ids of the trials that are final (completed, limited or stopped). */
  finalTrials(run: string): Promise<ReadonlySet<string>>;
  /** Failed attempts that a later finished one replaced: with `records` these are all finished attempts. */
  supersededAttempts(run: string): Promise<number>;
  /** Of the attempt that `records` gives, or of the one that is named: those of failed attempts are kept. */
  readTranscript(run: string, trial: string, attempt?: number): Promise<Transcript | undefined>;
  /** Keeps judgements of committed trials beside those that are there; all or none. */
  appendJudgements(run: string, judgements: readonly Judgement[]): Promise<void>;
  /** In the order in which they were kept; the last of a trial, label, judge and variant is the one that counts. */
  judgements(run: string): AsyncIterable<Judgement>;
  /**
   * Keeps what was asked of a finished trial's subject and answered, and gives its number: the next of the trial where it has none. The same
   * branch again must go on from what is kept, or is a `StoreError`.
   */
  keepBranch(run: string, branch: Branch | NewBranch): Promise<number>;
  /** Of one trial or of all, by trial and number. */
  branches(run: string, trial?: string): AsyncIterable<Branch>;
  /** What was measured of a judge. Belongs to no run. */
  appendCalibration(calibration: Calibration): Promise<void>;
  /** In the order in which they were kept. */
  calibrations(): Promise<readonly Calibration[]>;
  /** Requests, tokens and replies of all attempts and of journals in progress, for the budget of the whole run. */
  spent(run: string): Promise<RunSpending>;
  /** Gives back what is still claimed. Everything else then throws. */
  close(): Promise<void>;
}
