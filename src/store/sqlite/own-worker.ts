import type { Clock } from '../../core/ports/clock.ts';
import type { Worker } from '../../core/ports/store.ts';
import type { Connection } from './connection.ts';

/** A sign of life is written at most this often. */
const HEARTBEAT_EVERY_MS = 2_000;

/** This process as the store knows it. */
export interface OwnWorker {
  readonly worker: Worker;
  /** Its row, made at the first claim: who only reads leaves no trace. */
  number(): number;
  /** Cheap when called often. */
  beat(): void;
}

export function createOwnWorker(connection: Connection, worker: Worker, clock: Clock): OwnWorker {
  const register = connection.prepare(`
    INSERT INTO workers (id, host, process_id, started_at, heartbeat_ms) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET heartbeat_ms = excluded.heartbeat_ms RETURNING number`);
  const update = connection.prepare('UPDATE workers SET heartbeat_ms = ? WHERE number = ?');
  let number: number | undefined;
  let beatenMs = 0;
  return {
    worker,
    number: () => {
      if (number !== undefined) return number;
      beatenMs = clock.nowMs();
      const { id, host, processId, startedAt } = worker;
      const row = register.get(id, host, processId, startedAt, beatenMs) as { number: number };
      number = row.number;
      return number;
    },
    beat: () => {
      const nowMs = clock.nowMs();
      if (number === undefined || nowMs - beatenMs < HEARTBEAT_EVERY_MS) return;
      update.run(nowMs, number);
      beatenMs = nowMs;
    },
  };
}
