import { invariant, StoreError } from '../core/errors.ts';
import type { Branch, Calibration, Judgement, NewBranch } from '../core/judgement.ts';
import type { Clock } from '../core/ports/clock.ts';
import type { Claim, Journal, RecordShare, RunRecord, RunSpending, Store, Worker, WorkerProbe } from '../core/ports/store.ts';
import type { Reply } from '../core/reply.ts';
import type { Transcript } from '../core/transcript.ts';
import type { TrialRecord } from '../core/trial.ts';

const STALE_AFTER_MS = 60_000;

interface Note {
  readonly turn: number;
  readonly reply?: string;
}

interface Attempt {
  readonly attempt: number;
  holder: Worker | undefined;
  /** Changes with every holder, so that a former one can write nothing. */
  tenure: number;
  lostRequests: number;
  journal: Note[];
  finished?: { readonly by: string; readonly record: string; readonly transcript: string; readonly spent: RunSpending };
}

interface StoredRun {
  record: RunRecord;
  readonly trials: Map<string, Attempt[]>;
  readonly judgements: string[];
  readonly branches: Branch[];
}

/** What two memory stores share when they stand for two processes on one store. */
export interface MemoryPlace {
  readonly runs: Map<string, StoredRun>;
  readonly heartbeats: Map<string, number>;
  readonly calibrations: Calibration[];
}

export function createMemoryPlace(): MemoryPlace {
  return { runs: new Map(), heartbeats: new Map(), calibrations: [] };
}

export interface MemoryStoreOptions {
  readonly worker: WorkerProbe;
  readonly clock: Clock;
  readonly place?: MemoryPlace;
}

function unansweredNotes(journal: readonly Note[]): number {
  const answeredLater = (note: Note, index: number) =>
    journal.some((other, otherIndex) => otherIndex > index && other.turn === note.turn && other.reply !== undefined);
  return journal.filter((note, index) => note.reply === undefined && !answeredLater(note, index)).length;
}

const readReplies = (journal: readonly Note[]) =>
  journal.flatMap((note) => (note.reply === undefined ? [] : [{ turn: note.turn, reply: JSON.parse(note.reply) as Reply }]));

function spentInJournal({ journal, lostRequests }: Attempt): RunSpending {
  const replies = readReplies(journal).map(({ reply }) => reply);
  const sum = (pick: (reply: Reply) => number) => replies.reduce((total, reply) => total + pick(reply), 0);
  return {
    requests: sum((reply) => reply.attempts) + lostRequests + unansweredNotes(journal),
    inputTokens: sum((reply) => reply.usage.inputTokens ?? 0),
    outputTokens: sum((reply) => reply.usage.outputTokens ?? 0),
    unknownReplies: sum((reply) => (reply.usage.inputTokens === null && reply.usage.outputTokens === null ? 1 : 0)),
  };
}

function spentByAttempt(attempt: Attempt, record: TrialRecord): RunSpending {
  const journalled = spentInJournal(attempt);
  const { requests, usage } = record.spending;
  return {
    requests: Math.max(journalled.requests, requests),
    inputTokens: Math.max(journalled.inputTokens, usage.inputTokens ?? 0),
    outputTokens: Math.max(journalled.outputTokens, usage.outputTokens ?? 0),
    unknownReplies: journalled.unknownReplies,
  };
}

const lastFinished = (attempts: readonly Attempt[]) => attempts.findLast((attempt) => attempt.finished);
const lostClaim = (trial: string) => new StoreError(`trial ${trial} is no longer this worker's: another one took it over`);

function createJournal(trial: string, attempt: Attempt): Journal {
  const { tenure, lostRequests } = attempt;
  const write = async (note: Note) => {
    if (attempt.tenure !== tenure) throw lostClaim(trial);
    attempt.journal.push(note);
  };
  const replies = readReplies(attempt.journal)
    .toSorted((left, right) => left.turn - right.turn)
    .map(({ reply }) => reply);
  return {
    replies,
    lostRequests,
    noteRequest: (turn) => write({ turn }),
    appendReply: (turn, reply) => write({ turn, reply: JSON.stringify(reply) }),
  };
}

function takeAttempt(trial: string, attempt: Attempt, holder: Worker): Claim {
  attempt.holder = holder;
  attempt.tenure += 1;
  attempt.lostRequests += unansweredNotes(attempt.journal);
  attempt.journal = attempt.journal.filter((note) => note.reply !== undefined);
  return { kind: 'claimed', claimed: { attempt: attempt.attempt, journal: createJournal(trial, attempt) } };
}

/** Claims and commits of one worker in a place that others share. */
function createMemoryClaims({ worker: probe, clock }: MemoryStoreOptions, place: MemoryPlace) {
  const held = new Map<Attempt, number>();

  const isHeld = ({ holder }: Attempt) => {
    if (holder === undefined) return false;
    if (holder.id === probe.self.id) return true;
    if (holder.host === probe.self.host) return probe.isAlive(holder);
    return clock.nowMs() - (place.heartbeats.get(holder.id) ?? 0) <= STALE_AFTER_MS;
  };
  const take = (trial: string, attempt: Attempt) => {
    const claim = takeAttempt(trial, attempt, probe.self);
    held.set(attempt, attempt.tenure);
    return claim;
  };
  const isOurs = (attempt: Attempt) => held.get(attempt) === attempt.tenure;
  const release = (attempt: Attempt) => {
    if (isOurs(attempt)) Object.assign(attempt, { holder: undefined, tenure: attempt.tenure + 1 });
    held.delete(attempt);
  };

  return {
    claim: (run: StoredRun, trial: string, retryFailed: boolean): Claim => {
      place.heartbeats.set(probe.self.id, clock.nowMs());
      const attempts = run.trials.get(trial) ?? [];
      run.trials.set(trial, attempts);
      const last = attempts.at(-1);
      if (last && !last.finished) return isHeld(last) ? { kind: 'held' } : take(trial, last);
      const isForUs = last === undefined || (retryFailed && last.finished?.by !== probe.self.id && outcomeOf(last) === 'failed');
      if (!isForUs) return { kind: 'finished' };
      const next: Attempt = { attempt: attempts.length + 1, holder: undefined, tenure: 0, lostRequests: 0, journal: [] };
      attempts.push(next);
      return take(trial, next);
    },
    commit: (run: StoredRun, record: TrialRecord, transcript: Transcript) => {
      invariant(transcript.trial === record.trial, `the transcript of trial ${transcript.trial} came with the record of ${record.trial}`);
      const attempt = run.trials.get(record.trial)?.find((one) => one.attempt === record.attempt);
      const text = JSON.stringify(record);
      if (attempt?.finished?.record === text) return;
      if (attempt?.finished) throw new StoreError(`trial ${record.trial} is already committed with another result`);
      if (!attempt || !isOurs(attempt)) throw lostClaim(record.trial);
      const spent = spentByAttempt(attempt, record);
      attempt.finished = { by: probe.self.id, record: text, transcript: JSON.stringify(transcript), spent };
      release(attempt);
      attempt.journal = [];
    },
    release: (attempt: Attempt | undefined) => {
      if (attempt) release(attempt);
    },
    releaseAll: () => [...held.keys()].forEach(release),
  };
}

const recordOf = (attempt: Attempt | undefined) => attempt?.finished && (JSON.parse(attempt.finished.record) as TrialRecord);
const outcomeOf = (attempt: Attempt) => recordOf(attempt)?.outcome.kind;

function sumSpending(parts: readonly RunSpending[]): RunSpending {
  const sum = (key: keyof RunSpending) => parts.reduce((total, part) => total + part[key], 0);
  return {
    requests: sum('requests'),
    inputTokens: sum('inputTokens'),
    outputTokens: sum('outputTokens'),
    unknownReplies: sum('unknownReplies'),
  };
}

function createRunTable(place: MemoryPlace) {
  const copy = (record: RunRecord) => JSON.parse(JSON.stringify(record)) as RunRecord;
  const newestFirst = (left: RunRecord, right: RunRecord) => (left.createdAt < right.createdAt ? 1 : -1);
  return {
    open: (run: RunRecord) => {
      const stored = place.runs.get(run.id) ?? { record: copy(run), trials: new Map<string, Attempt[]>(), judgements: [], branches: [] };
      const { repeats, extendedFrom = repeats } = stored.record;
      if (run.repeats > repeats) stored.record = { ...stored.record, repeats: run.repeats, extendedFrom };
      if (run.stopping !== undefined) stored.record = { ...stored.record, stopping: { ...run.stopping } };
      place.runs.set(run.id, stored);
      return stored.record;
    },
    find: (id: string) => place.runs.get(id)?.record,
    list: () => [...place.runs.values()].map(({ record }) => record).sort(newestFirst),
    stored: (id: string) => {
      const run = place.runs.get(id);
      invariant(run, `run ${id} is not in the store memory: open it first`);
      return run;
    },
  };
}

/** In the order in which trials were first claimed; a share is of that order. */
async function* readRecords(run: StoredRun, share?: RecordShare): AsyncGenerator<TrialRecord> {
  for (const attempts of [...run.trials.values()].slice(share?.after, share?.upTo)) {
    const record = recordOf(lastFinished(attempts));
    if (record) yield record;
  }
}

const copyOf = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** What is kept of finished trials besides their records. */
function createMemoryJudgements(place: MemoryPlace, stored: (run: string) => StoredRun) {
  return {
    append: (run: string, judgements: readonly Judgement[]) => {
      stored(run).judgements.push(...judgements.map((judgement) => JSON.stringify(judgement)));
    },
    read: (run: string) => stored(run).judgements.map((text) => JSON.parse(text) as Judgement),
    keepBranch: (run: string, given: Branch | NewBranch) => {
      const { branches } = stored(run);
      const last = branches.filter(({ trial }) => trial === given.trial).reduce((most, one) => Math.max(most, one.branch), 0);
      const { trial, attempt, askedBy, startedAt, events } = given;
      const branch: Branch = { trial, attempt, branch: 'branch' in given ? given.branch : last + 1, askedBy, startedAt, events };
      const at = branches.findIndex((one) => one.trial === branch.trial && one.branch === branch.branch);
      const kept = branches[at];
      const begun = { ...branch, events: branch.events.slice(0, kept?.events.length) };
      if (kept && JSON.stringify(begun) !== JSON.stringify(kept))
        throw new StoreError(`branch ${branch.branch} of trial ${branch.trial} is kept already with other questions`);
      branches.splice(kept ? at : branches.length, 1, copyOf(branch));
      return branch.branch;
    },
    branches: (run: string, trial: string | undefined) => {
      const order = (one: Branch) => `${one.trial} ${String(one.branch).padStart(6, '0')}`;
      return stored(run)
        .branches.filter((one) => trial === undefined || one.trial === trial)
        .toSorted((left, right) => (order(left) < order(right) ? -1 : 1));
    },
    appendCalibration: (calibration: Calibration) => void place.calibrations.push(copyOf(calibration)),
    calibrations: () => [...place.calibrations],
  };
}

/** A store that forgets, for unit tests. It passes the same contract as those on disk. */
export function createMemoryStore(options: MemoryStoreOptions): Store {
  const place = options.place ?? createMemoryPlace();
  const claims = createMemoryClaims(options, place);
  const runs = createRunTable(place);
  let isClosed = false;
  const open = <T>(work: () => T): T => {
    if (isClosed) throw new StoreError('the store memory is closed');
    return work();
  };
  const judgements = createMemoryJudgements(place, runs.stored);
  const attemptsOf = (run: string) => [...runs.stored(run).trials.values()];

  return {
    location: 'memory',
    openRun: async (run) => open(() => runs.open(run)),
    findRun: async (id) => open(() => runs.find(id)),
    listRuns: async () => open(() => runs.list()),
    claimTrial: async (run, trial, { retryFailed }) => open(() => claims.claim(runs.stored(run), trial, retryFailed)),
    commitTrial: async (run, record, transcript) => open(() => claims.commit(runs.stored(run), record, transcript)),
    releaseTrial: async (run, trial) => open(() => claims.release(runs.stored(run).trials.get(trial)?.at(-1))),
    heartbeat: async () => open(() => void place.heartbeats.set(options.worker.self.id, options.clock.nowMs())),
    records: async function* (run, share) {
      yield* readRecords(
        open(() => runs.stored(run)),
        share,
      );
    },
    recordShares: async (run, most) => {
      const trials = open(() => attemptsOf(run));
      if (trials.some((all) => all.length > 1)) return [];
      const size = Math.max(1, Math.ceil(trials.length / most));
      return Array.from({ length: Math.ceil(trials.length / size) }, (_, index) => {
        const after = index * size;
        return { after, upTo: Math.min(trials.length, after + size) };
      });
    },
    finalTrials: async (run) => {
      const isFinal = (attempt: Attempt) => attempt.finished && outcomeOf(attempt) !== 'failed';
      return open(() => new Set([...runs.stored(run).trials].filter(([, all]) => all.some(isFinal)).map(([trial]) => trial)));
    },
    supersededAttempts: async (run) =>
      open(() => attemptsOf(run).reduce((sum, all) => sum + Math.max(0, all.filter((one) => one.finished).length - 1), 0)),
    readTranscript: async (run, trial, attempt) => {
      const attempts = open(() => runs.stored(run).trials.get(trial) ?? []);
      const chosen = attempt === undefined ? lastFinished(attempts) : attempts.find((one) => one.attempt === attempt);
      return chosen?.finished && (JSON.parse(chosen.finished.transcript) as Transcript);
    },
    appendJudgements: async (run, list) => open(() => judgements.append(run, list)),
    judgements: async function* (run) {
      yield* open(() => judgements.read(run));
    },
    keepBranch: async (run, branch) => open(() => judgements.keepBranch(run, branch)),
    branches: async function* (run, trial) {
      yield* open(() => judgements.branches(run, trial));
    },
    appendCalibration: async (calibration) => open(() => judgements.appendCalibration(calibration)),
    calibrations: async () => open(() => judgements.calibrations()),
    spent: async (run) =>
      open(() => sumSpending(attemptsOf(run).flatMap((all) => all.map((one) => one.finished?.spent ?? spentInJournal(one))))),
    close: async () => {
      if (!isClosed) claims.releaseAll();
      isClosed = true;
    },
  };
}
