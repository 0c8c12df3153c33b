import { invariant } from '../../core/errors.ts';
import type { RunRecord, StoppingRule } from '../../core/ports/store.ts';
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

/** The column of `repeats` counts and not the one in the record, which tells with how many the run began. */
function toRun({ id, repeats, record }: StoredRun): RunRecord {
  const begun = parseRunRecord(record, `run ${id}`);
  return begun.repeats === repeats ? begun : { ...begun, repeats, extendedFrom: begun.repeats };
}

export function createRuns(connection: Connection): Runs {
  const upsert = connection.prepare(`
    INSERT INTO runs (id, created_at, repeats, record) VALUES (?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET repeats = excluded.repeats WHERE excluded.repeats > repeats`);
  const rewrite = connection.prepare('UPDATE runs SET record = ? WHERE id = ?');
  const byId = connection.prepare('SELECT id, repeats, record FROM runs WHERE id = ?');
  const newestFirst = connection.prepare('SELECT id, repeats, record FROM runs ORDER BY created_at DESC, number DESC');
  const number = connection.prepare('SELECT number FROM runs WHERE id = ?');
  const numbers = new Map<string, number>();

  const find = (id: string) => {
    const row = connection.use(() => byId.get(id)) as StoredRun | undefined;
    return row && toRun(row);
  };

  /** With the rest as it was when the run began: its repeats there tell from how many it was extended. */
  const keepRule = (id: string, stopping: StoppingRule) =>
    connection.transaction(() => {
      const row = byId.get(id) as unknown as StoredRun;
      rewrite.run(JSON.stringify({ ...parseRunRecord(row.record, `run ${id}`), stopping }), id);
    });

  return {
    find,
    open: (run) => {
      connection.use(() => upsert.run(run.id, run.createdAt, run.repeats, JSON.stringify(run)));
      if (run.stopping !== undefined) keepRule(run.id, run.stopping);
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
