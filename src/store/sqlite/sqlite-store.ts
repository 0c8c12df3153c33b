import type { Clock } from '../../core/ports/clock.ts';
import type { Store, WorkerProbe } from '../../core/ports/store.ts';
import { createClaims } from './claims.ts';
import { createConnection } from './connection.ts';
import { createFinishedTrials } from './finished-trials.ts';
import { createJudgements } from './judgements.ts';
import { createJournalShelf } from './journal.ts';
import { openDatabase } from './open-database.ts';
import { createOwnWorker } from './own-worker.ts';
import { createRunSpending } from './run-spending.ts';
import { createRuns } from './runs.ts';

export interface SqliteStoreOptions {
  readonly path: string;
  readonly worker: WorkerProbe;
  readonly clock: Clock;
  /** How long to wait for another program's lock, 10,000 unless told. The process stands still meanwhile. */
  readonly busyTimeoutMs?: number;
}

const BUSY_TIMEOUT_MS = 10_000;

/** Opens the store in the file `path`, and creates it where there is none. Many processes may open it at once. */
export async function createSqliteStore(options: SqliteStoreOptions): Promise<Store> {
  const { path, worker: probe, clock, busyTimeoutMs = BUSY_TIMEOUT_MS } = options;
  const database = await openDatabase({ path, clock, busyTimeoutMs });
  const connection = createConnection(database, { location: path, busyTimeoutMs });
  const own = createOwnWorker(connection, probe.self, clock);
  const beat = () => own.beat();
  const runs = createRuns(connection);
  const journals = createJournalShelf(connection, beat);
  const claims = createClaims({ connection, journals, own, probe, clock });
  const finished = createFinishedTrials({ connection, runs, claims, journals });
  const spending = createRunSpending(connection);
  const judgements = createJudgements(connection, runs);
  let isClosed = false;

  return {
    location: path,
    openRun: async (run) => runs.open(run),
    findRun: async (id) => runs.find(id),
    listRuns: async () => runs.list(),
    claimTrial: async (run, trial, { retryFailed }) => claims.claim({ id: run, number: runs.numberOf(run) }, trial, retryFailed),
    commitTrial: async (run, record, transcript) => {
      finished.commit(run, record, transcript);
      connection.use(beat);
    },
    releaseTrial: async (run, trial) => claims.release(run, trial),
    heartbeat: async () => connection.use(beat),
    records: (run, share) => finished.records(run, share),
    recordShares: async (run, most) => finished.shares(run, most),
    finalTrials: async (run) => finished.finalIds(run),
    supersededAttempts: async (run) => finished.countSuperseded(run),
    readTranscript: async (run, trial, attempt) => finished.readTranscript(run, trial, attempt),
    appendJudgements: async (run, list) => judgements.append(run, list),
    judgements: (run) => judgements.read(run),
    keepBranch: async (run, branch) => judgements.keepBranch(run, branch),
    branches: (run, trial) => judgements.readBranches(run, trial),
    appendCalibration: async (calibration) => judgements.appendCalibration(calibration),
    calibrations: async () => judgements.readCalibrations(),
    spent: async (run) => spending(runs.numberOf(run)),
    close: async () => {
      if (isClosed) return;
      isClosed = true;
      try {
        claims.releaseAll();
      } catch {
        // What cannot be given back on a full or broken disk is taken over as soon as this process has ended.
      } finally {
        connection.close();
      }
    },
  };
}
