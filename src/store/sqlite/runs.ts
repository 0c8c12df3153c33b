import { invariant } from '../../core/errors.ts';
import type { RunRecord } from '../../core/ports/store.ts';
import { parseRunRecord } from '../record-schema.ts';
import type { Connection } from './connection.ts';

export interface Runs {
  open(run: RunRecord): RunRecord;
  find(id: string): RunRecord | undefined;
  list(): readonly RunRecord[];
  /** The row number that other tables use. */
  numberOf(id: string): number;
}

interface StoredRun {
  readonly id: string;
  readonly repeats: number;
  readonly record: string;
}

/** `repeats` is the only part of a run that changes, so its column counts and not the one in the record. */
function toRun({ id, repeats, record }: StoredRun): RunRecord {
  const begun = parseRunRecord(record, `run ${id}`);
  return begun.repeats === repeats ? begun : { ...begun, repeats, extendedFrom: begun.repeats };
}

export function createRuns(connection: Connection): Runs {
  const upsert = connection.prepare(`
    INSERT INTO runs (id, created_at, repeats, record) VALUES (?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET repeats = excluded.repeats WHERE excluded.repeats > repeats`);
  const byId = connection.prepare('SELECT id, repeats, record FROM runs WHERE id = ?');
  const newestFirst = connection.prepare('SELECT id, repeats, record FROM runs ORDER BY created_at DESC, number DESC');
  const number = connection.prepare('SELECT number FROM runs WHERE id = ?');
  const numbers = new Map<string, number>();

  const find = (id: string) => {
    const row = connection.use(() => byId.get(id)) as StoredRun | undefined;
    return row && toRun(row);
  };

  return {
    find,
    open: (run) => {
      connection.use(() => upsert.run(run.id, run.createdAt, run.repeats, JSON.stringify(run)));
      const stored = find(run.id);
      invariant(stored, `run ${run.id} was written and is not there`);
      return stored;
    },
    list: () => (connection.use(() => newestFirst.all()) as unknown as readonly StoredRun[]).map(toRun),
    numberOf: (id) =>
      connection.use(() => {
        const known = numbers.get(id) ?? (number.get(id) as { number: number } | undefined)?.number;
        invariant(known !== undefined, `run ${id} is not in the store ${connection.location}: open it first`);
        numbers.set(id, known);
        return known;
      }),
  };
}
