import { invariant, StoreError } from '../../core/errors.ts';
import type { RecordShare } from '../../core/ports/store.ts';
import type { Transcript } from '../../core/transcript.ts';
import type { TrialRecord } from '../../core/trial.ts';
import { parseTranscript, parseTrialRecord, STORED_SCHEMA_VERSION } from '../record-schema.ts';
import { packTranscript, unpackTranscript } from '../transcript-bytes.ts';
import type { Claims, HeldTrial } from './claims.ts';
import type { Connection } from './connection.ts';
import type { JournalShelf } from './journal.ts';
import { lostClaim } from './journal.ts';
import type { Runs } from './runs.ts';

/** Records are read by pages of this many, so no cursor stays open while a report works on a row. */
const PAGE = 100;

/** Of a trial's finished attempts the last one counts. */
const NO_LATER_FINISHED = `NOT EXISTS (
  SELECT 1 FROM attempts AS later WHERE later.run = attempts.run AND later.trial = attempts.trial
    AND later.attempt > attempts.attempt AND later.outcome IS NOT NULL)`;

export interface FinishedTrials {
  commit(run: string, record: TrialRecord, transcript: Transcript): void;
  records(run: string, share?: RecordShare): AsyncIterable<TrialRecord>;
  shares(run: string, most: number): readonly RecordShare[];
  finalIds(run: string): ReadonlySet<string>;
  countSuperseded(run: string): number;
  readTranscript(run: string, trial: string, attempt: number | undefined): Transcript | undefined;
}

export interface FinishedTrialsDeps {
  readonly connection: Connection;
  readonly runs: Runs;
  readonly claims: Claims;
  readonly journals: JournalShelf;
}

/** What the attempt used: the journal counts what passed through it, the record may know of more, such as failed requests. */
function spentBy({ open }: HeldTrial, { spending }: TrialRecord) {
  const journalled = open.tally.spent();
  return {
    requests: Math.max(journalled.requests, spending.requests),
    inputTokens: Math.max(journalled.inputTokens, Math.round(spending.usage.inputTokens ?? 0)),
    outputTokens: Math.max(journalled.outputTokens, Math.round(spending.usage.outputTokens ?? 0)),
    unknownReplies: journalled.unknownReplies,
  };
}

function createCommit({ connection, runs, claims, journals }: FinishedTrialsDeps): FinishedTrials['commit'] {
  const standing = connection.prepare(`
    SELECT tenure, record FROM attempts LEFT JOIN records ON records.attempt = attempts.number
    WHERE run = ? AND trial = ? AND attempts.attempt = ?`);
  const finish = connection.prepare(`
    UPDATE attempts SET outcome = ?, requests = ?, input_tokens = ?, output_tokens = ?, unknown_replies = ?, tenure = tenure + 1
    WHERE number = ?`);
  const insertRecord = connection.prepare('INSERT INTO records (attempt, schema_version, record) VALUES (?, ?, ?)');
  const insertTranscript = connection.prepare(
    "INSERT INTO transcripts (attempt, schema_version, encoding, bytes) VALUES (?, ?, 'zstd', ?)",
  );

  const write = (trial: HeldTrial, record: TrialRecord, packed: { readonly text: string; readonly bytes: Uint8Array }) => {
    const { held, open } = trial;
    const spent = spentBy(trial, record);
    insertRecord.run(held.number, STORED_SCHEMA_VERSION, packed.text);
    insertTranscript.run(held.number, STORED_SCHEMA_VERSION, packed.bytes);
    finish.run(record.outcome.kind, spent.requests, spent.inputTokens, spent.outputTokens, spent.unknownReplies, held.number);
    journals.drop(open);
  };

  /** The same record again is no error: whoever commits may not know that it already did. */
  const refuseOther = (stored: string, record: TrialRecord, text: string) => {
    if (stored === text) return;
    throw new StoreError(
      `attempt ${record.attempt} of trial ${record.trial} is already committed with another result, and a committed trial never changes`,
    );
  };

  return (run, record, transcript) => {
    invariant(transcript.trial === record.trial, `the transcript of trial ${transcript.trial} came with the record of ${record.trial}`);
    const runNumber = runs.numberOf(run);
    const packed = { text: JSON.stringify(record), bytes: packTranscript(transcript) };
    const trial = claims.find(run, record.trial);
    connection.transaction(() => {
      const row = standing.get(runNumber, record.trial, record.attempt) as { tenure: number; record: string | null } | undefined;
      if (row && row.record !== null) return refuseOther(row.record, record, packed.text);
      if (!row || !trial || trial.held.tenure !== row.tenure) throw lostClaim({ run, trial: record.trial });
      invariant(
        trial.held.attempt === record.attempt,
        `attempt ${trial.held.attempt} of trial ${record.trial} was claimed, not ${record.attempt}`,
      );
      return write(trial, record, packed);
    });
    if (trial?.held.attempt === record.attempt) claims.forget(run, record.trial);
  };
}

/**
 * In the order of attempts, in which the file holds them: by trial ids every record would be a page of its own. `+run` keeps SQLite from
 * another index, by which each page would sort all of them. A trial whose failed attempt was
 * read is not read a second time, although it may be tried again meanwhile.
 */
function createRecordReader({ connection, runs }: FinishedTrialsDeps): Pick<FinishedTrials, 'records' | 'shares'> {
  const pageWhere = (condition: string) =>
    connection.prepare(`
      SELECT attempts.number, trial, outcome, record FROM attempts JOIN records ON records.attempt = attempts.number
      WHERE +run = ? AND attempts.number > ? AND attempts.number <= ? AND ${condition} ORDER BY attempts.number LIMIT ${PAGE}`);
  const [pageOfLast, pageOfOnly] = [pageWhere(NO_LATER_FINISHED), pageWhere('outcome IS NOT NULL')];
  const anyTriedAgain = connection.prepare('SELECT 1 FROM attempts WHERE run = ? AND attempt > 1 LIMIT 1');
  const ends = connection.prepare('SELECT min(number) AS first, max(number) AS last FROM attempts WHERE run = ?');
  const wasTriedAgain = (runNumber: number) => connection.use(() => anyTriedAgain.get(runNumber)) !== undefined;
  interface Row {
    readonly number: number;
    readonly trial: string;
    readonly outcome: string;
    readonly record: string;
  }
  return {
    async *records(run, share) {
      const runNumber = runs.numberOf(run);
      const failed = new Set<string>();
      // Few runs have a trial that was tried again; in the others, and in a share, no attempt need be asked whether it is the last.
      const page = share !== undefined || !wasTriedAgain(runNumber) ? pageOfOnly : pageOfLast;
      const upTo = share?.upTo ?? Number.MAX_SAFE_INTEGER;
      for (let after = share?.after ?? 0; ;) {
        const rows = connection.use(() => page.all(runNumber, after, upTo)) as unknown as readonly Row[];
        for (const { trial, outcome, record } of rows) {
          if (failed.has(trial)) continue;
          if (outcome === 'failed') failed.add(trial);
          yield parseTrialRecord(record, `the record of trial ${trial}`);
        }
        const last = rows.at(-1);
        if (!last || rows.length < PAGE) return;
        after = last.number;
      }
    },
    shares: (run, most) => {
      const runNumber = runs.numberOf(run);
      const { first, last } = connection.use(() => ends.get(runNumber)) as { first: number | null; last: number | null };
      // With later attempts, which one is the last would depend on what ends between the reading of two shares.
      if (first === null || last === null || wasTriedAgain(runNumber)) return [];
      const size = Math.ceil((last - first + 1) / most);
      return Array.from({ length: Math.ceil((last - first + 1) / size) }, (_, index) => ({
        after: first - 1 + index * size,
        upTo: Math.min(last, first - 1 + (index + 1) * size),
      }));
    },
  };
}

function createTranscriptReader({ connection, runs }: FinishedTrialsDeps): FinishedTrials['readTranscript'] {
  const bytesOf = connection.prepare(`
    SELECT bytes FROM attempts JOIN transcripts ON transcripts.attempt = attempts.number
    WHERE run = ?1 AND trial = ?2 AND (?3 IS NULL OR attempts.attempt = ?3) ORDER BY attempts.attempt DESC LIMIT 1`);
  return (run, trial, attempt) => {
    const runNumber = runs.numberOf(run);
    const row = connection.use(() => bytesOf.get(runNumber, trial, attempt ?? null)) as { bytes: Uint8Array } | undefined;
    if (!row) return undefined;
    const what = `the transcript of trial ${trial}`;
    let text: string;
    try {
      text = unpackTranscript(row.bytes);
    } catch (cause) {
      throw new StoreError(`${what} in the store ${connection.location} is damaged; the other trials can still be read`, { cause });
    }
    return parseTranscript(text, what);
  };
}

export function createFinishedTrials(deps: FinishedTrialsDeps): FinishedTrials {
  const { connection, runs } = deps;
  const final = connection.prepare("SELECT trial FROM attempts WHERE run = ? AND outcome <> 'failed'");
  // Of each trial all finished attempts but the last; few trials have a second one, and the index alone tells which.
  const superseded = connection.prepare(`
    SELECT count(*) - count(DISTINCT trial) AS attempts FROM attempts
    WHERE run = ?1 AND outcome IS NOT NULL AND trial IN (SELECT trial FROM attempts WHERE run = ?1 AND attempt > 1)`);
  return {
    commit: createCommit(deps),
    ...createRecordReader(deps),
    finalIds: (run) => {
      const runNumber = runs.numberOf(run);
      const rows = connection.use(() => final.all(runNumber)) as unknown as readonly { trial: string }[];
      return new Set(rows.map((row) => row.trial));
    },
    countSuperseded: (run) => {
      const runNumber = runs.numberOf(run);
      return (connection.use(() => superseded.get(runNumber)) as { attempts: number }).attempts;
    },
    readTranscript: createTranscriptReader(deps),
  };
}
