import { StoreError } from '../../core/errors.ts';
import type { Branch, Calibration, Judgement, NewBranch } from '../../core/judgement.ts';
import { parseBranch, parseCalibration, parseJudgement } from '../judgement-schema.ts';
import { STORED_SCHEMA_VERSION } from '../record-schema.ts';
import { packJson, unpackTranscript } from '../transcript-bytes.ts';
import type { Connection } from './connection.ts';
import type { Runs } from './runs.ts';

/** Rows are read by pages of this many, so no cursor stays open while a reader works on one. */
const PAGE = 500;

export interface Judgements {
  append(run: string, judgements: readonly Judgement[]): void;
  read(run: string): AsyncIterable<Judgement>;
  keepBranch(run: string, branch: Branch | NewBranch): number;
  readBranches(run: string, trial: string | undefined): AsyncIterable<Branch>;
  appendCalibration(calibration: Calibration): void;
  readCalibrations(): readonly Calibration[];
}

/** What is kept of a branch may grow and does not change. */
function refuseOther(kept: Branch, branch: Branch): void {
  const begun = JSON.stringify({ ...branch, events: branch.events.slice(0, kept.events.length) });
  if (begun === JSON.stringify(kept)) return;
  throw new StoreError(
    `branch ${branch.branch} of trial ${branch.trial} is kept already with other questions, and what is kept never changes`,
  );
}

/** In the order of `Branch`, whoever gave the number: what is kept is compared as text. */
function numbered(branch: Branch | NewBranch, next: () => number): Branch {
  const { trial, attempt, askedBy, startedAt, events } = branch;
  return { trial, attempt, branch: 'branch' in branch ? branch.branch : next(), askedBy, startedAt, events };
}

function createBranches(connection: Connection, runs: Runs): Pick<Judgements, 'keepBranch' | 'readBranches'> {
  const next = connection.prepare('SELECT coalesce(max(branch), 0) + 1 AS next FROM branches WHERE run = ? AND trial = ?');
  const standing = connection.prepare('SELECT bytes FROM branches WHERE run = ? AND trial = ? AND branch = ?');
  const upsert = connection.prepare(`
    INSERT INTO branches (run, trial, branch, schema_version, encoding, bytes) VALUES (?, ?, ?, ?, 'zstd', ?)
    ON CONFLICT (run, trial, branch) DO UPDATE SET bytes = excluded.bytes`);
  const list = connection.prepare(
    'SELECT number, trial FROM branches WHERE run = ?1 AND (?2 IS NULL OR trial = ?2) ORDER BY trial, branch',
  );
  const bytesOf = connection.prepare('SELECT bytes FROM branches WHERE number = ?');
  const parse = (bytes: Uint8Array, what: string): Branch => {
    let text: string;
    try {
      text = unpackTranscript(bytes);
    } catch (cause) {
      throw new StoreError(`${what} in the store ${connection.location} is damaged; the others can still be read`, { cause });
    }
    return parseBranch(text, what);
  };
  return {
    keepBranch: (run, given) => {
      const runNumber = runs.numberOf(run);
      return connection.transaction(() => {
        const branch = numbered(given, () => (next.get(runNumber, given.trial) as { next: number }).next);
        const kept = standing.get(runNumber, branch.trial, branch.branch) as { bytes: Uint8Array } | undefined;
        const what = `branch ${branch.branch} of trial ${branch.trial}`;
        if (kept !== undefined) refuseOther(parse(kept.bytes, what), branch);
        upsert.run(runNumber, branch.trial, branch.branch, STORED_SCHEMA_VERSION, packJson(branch));
        return branch.branch;
      });
    },
    readBranches: async function* readBranches(run, trial) {
      const rows = connection.use(() => list.all(runs.numberOf(run), trial ?? null)) as unknown as readonly {
        number: number;
        trial: string;
      }[];
      for (const row of rows) {
        const { bytes } = connection.use(() => bytesOf.get(row.number)) as { bytes: Uint8Array };
        yield parse(bytes, `a branch of trial ${row.trial}`);
      }
    },
  };
}

/** What was concluded of finished trials, what was asked of their subjects, and what is known of the judges. */
export function createJudgements(connection: Connection, runs: Runs): Judgements {
  const insert = connection.prepare('INSERT INTO judgements (run, schema_version, judgement) VALUES (?, ?, ?)');
  const page = connection.prepare(`SELECT number, judgement FROM judgements WHERE run = ? AND number > ? ORDER BY number LIMIT ${PAGE}`);
  const insertCalibration = connection.prepare('INSERT INTO calibrations (schema_version, calibration) VALUES (?, ?)');
  const calibrations = connection.prepare('SELECT calibration FROM calibrations ORDER BY number');
  return {
    ...createBranches(connection, runs),
    append: (run, judgements) => {
      const runNumber = runs.numberOf(run);
      connection.transaction(() => {
        for (const judgement of judgements) insert.run(runNumber, STORED_SCHEMA_VERSION, JSON.stringify(judgement));
      });
    },
    read: async function* readJudgements(run) {
      const runNumber = runs.numberOf(run);
      for (let after = 0; ;) {
        const rows = connection.use(() => page.all(runNumber, after)) as unknown as readonly { number: number; judgement: string }[];
        for (const { number, judgement } of rows) yield parseJudgement(judgement, `judgement ${number} of run ${run}`);
        const last = rows.at(-1);
        if (!last || rows.length < PAGE) return;
        after = last.number;
      }
    },
    appendCalibration: (calibration) => {
      connection.use(() => insertCalibration.run(STORED_SCHEMA_VERSION, JSON.stringify(calibration)));
    },
    readCalibrations: () => {
      const rows = connection.use(() => calibrations.all()) as unknown as readonly { calibration: string }[];
      return rows.map(({ calibration }) => parseCalibration(calibration, 'the calibration of a judge'));
    },
  };
}
