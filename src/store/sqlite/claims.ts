import type { Clock } from '../../core/ports/clock.ts';
import type { Claim, Worker, WorkerProbe } from '../../core/ports/store.ts';
import type { Connection } from './connection.ts';
import type { HeldAttempt, JournalShelf, OpenJournal } from './journal.ts';
import type { OwnWorker } from './own-worker.ts';

/** A worker on another host that gave no sign of life for longer is taken for dead. */
const STALE_AFTER_MS = 60_000;

export interface HeldTrial {
  readonly held: HeldAttempt;
  readonly open: OpenJournal;
}

export interface Claims {
  claim(run: { readonly id: string; readonly number: number }, trial: string, retryFailed: boolean): Claim;
  find(run: string, trial: string): HeldTrial | undefined;
  /** After the commit: the attempt is over and nobody holds it. */
  forget(run: string, trial: string): void;
  release(run: string, trial: string): void;
  releaseAll(): void;
}

interface LastAttempt {
  readonly number: number;
  readonly attempt: number;
  readonly tenure: number;
  readonly lostRequests: number;
  readonly outcome: string | null;
  readonly workerId: string | null;
  readonly host: string;
  readonly processId: number;
  readonly startedAt: string;
  readonly heartbeatMs: number;
}

export interface ClaimDeps {
  readonly connection: Connection;
  readonly journals: JournalShelf;
  readonly own: OwnWorker;
  readonly probe: WorkerProbe;
  readonly clock: Clock;
}

const keyOf = (run: string, trial: string) => `${run}\u0000${trial}`;

function createHolderCheck({ probe, clock }: ClaimDeps): (last: LastAttempt) => boolean {
  return ({ workerId, host, processId, startedAt, heartbeatMs }) => {
    if (workerId === null) return false;
    if (workerId === probe.self.id) return true;
    const holder: Worker = { id: workerId, host, processId, startedAt };
    return host === probe.self.host ? probe.isAlive(holder) : clock.nowMs() - heartbeatMs <= STALE_AFTER_MS;
  };
}

function prepareStatements({ connection }: ClaimDeps) {
  return {
    last: connection.prepare(`
      SELECT attempts.number, attempt, tenure, lost_requests AS lostRequests, outcome, workers.id AS workerId, host,
        process_id AS processId, started_at AS startedAt, heartbeat_ms AS heartbeatMs
      FROM attempts LEFT JOIN workers ON workers.number = attempts.worker
      WHERE run = ? AND trial = ? ORDER BY attempt DESC LIMIT 1`),
    insert: connection.prepare('INSERT INTO attempts (run, trial, attempt, worker, tenure, lost_requests) VALUES (?, ?, ?, ?, 1, 0)'),
    take: connection.prepare('UPDATE attempts SET worker = ?, tenure = ? WHERE number = ?'),
    release: connection.prepare(
      'UPDATE attempts SET worker = NULL, tenure = tenure + 1 WHERE number = ? AND tenure = ? AND outcome IS NULL',
    ),
  };
}

/** Who may run which trial. Every decision is made under the write lock, so two workers cannot make the same one. */
export function createClaims(deps: ClaimDeps): Claims {
  const { connection, journals, own } = deps;
  const statements = prepareStatements(deps);
  const isHeld = createHolderCheck(deps);
  const heldTrials = new Map<string, HeldTrial>();

  const startAttempt = (run: { id: string; number: number }, trial: string, attempt: number): HeldTrial => {
    const { lastInsertRowid } = statements.insert.run(run.number, trial, attempt, own.number());
    const held: HeldAttempt = { run: run.id, trial, attempt, number: Number(lastInsertRowid), tenure: 1 };
    return { held, open: journals.open(held, undefined) };
  };

  const takeAttempt = (run: string, trial: string, last: LastAttempt): HeldTrial => {
    const held: HeldAttempt = { run, trial, attempt: last.attempt, number: last.number, tenure: last.tenure + 1 };
    statements.take.run(own.number(), held.tenure, held.number);
    return { held, open: journals.open(held, last) };
  };

  /** The attempt to go on with, or the reason why there is none. */
  const decide = (run: { id: string; number: number }, trial: string, retryFailed: boolean): HeldTrial | 'held' | 'finished' => {
    const last = statements.last.get(run.number, trial) as LastAttempt | undefined;
    if (last === undefined) return startAttempt(run, trial, 1);
    if (last.outcome === null) return isHeld(last) ? 'held' : takeAttempt(run.id, trial, last);
    const isForUs = last.outcome === 'failed' && retryFailed && last.workerId !== own.worker.id;
    return isForUs ? startAttempt(run, trial, last.attempt + 1) : 'finished';
  };

  const releaseHeld = (key: string) => {
    const trial = heldTrials.get(key);
    if (trial === undefined) return;
    statements.release.run(trial.held.number, trial.held.tenure);
    heldTrials.delete(key);
  };

  return {
    claim: (run, trial, retryFailed) => {
      connection.use(() => own.number());
      const decided = connection.transaction(() => {
        own.beat();
        return decide(run, trial, retryFailed);
      });
      if (typeof decided === 'string') return { kind: decided };
      heldTrials.set(keyOf(run.id, trial), decided);
      return { kind: 'claimed', claimed: { attempt: decided.held.attempt, journal: decided.open.journal } };
    },
    find: (run, trial) => heldTrials.get(keyOf(run, trial)),
    forget: (run, trial) => void heldTrials.delete(keyOf(run, trial)),
    release: (run, trial) => connection.use(() => releaseHeld(keyOf(run, trial))),
    releaseAll: () =>
      connection.transaction(() => {
        for (const key of heldTrials.keys()) releaseHeld(key);
      }),
  };
}
