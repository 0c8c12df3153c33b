import { StoreError } from '../../core/errors.ts';
import type { Journal } from '../../core/ports/store.ts';
import type { Reply } from '../../core/reply.ts';
import { parseReply } from '../record-schema.ts';
import type { Connection } from './connection.ts';
import type { JournalTally } from './journal-tally.ts';
import { createJournalTally, replyCounts } from './journal-tally.ts';

/** An attempt that this process holds. `tenure` is the proof: it changes as soon as anybody else takes the attempt. */
export interface HeldAttempt {
  readonly run: string;
  readonly trial: string;
  readonly attempt: number;
  readonly number: number;
  readonly tenure: number;
}

/** A journal in this process, with what a commit needs: the rows to drop and what they add up to. */
export interface OpenJournal {
  readonly journal: Journal;
  readonly rows: readonly number[];
  readonly tally: JournalTally;
}

export interface JournalShelf {
  /** `inherited`: the attempt ran before, so there may be rows. Call it inside the claim's transaction. */
  open(held: HeldAttempt, inherited: { readonly lostRequests: number } | undefined): OpenJournal;
  drop(open: OpenJournal): void;
}

interface StoredRow {
  readonly number: number;
  readonly turn: number;
  readonly requests: number | null;
  readonly inputTokens: number | null;
  readonly outputTokens: number | null;
  readonly reply: string | null;
}

/** Both writes check the claim in the same statement: a worker that lost it cannot spoil its successor's journal. */
const IF_STILL_HELD = 'WHERE EXISTS (SELECT 1 FROM attempts WHERE number = ?1 AND tenure = ?2)';

export function lostClaim({ run, trial }: { readonly run: string; readonly trial: string }): StoreError {
  return new StoreError(
    `trial ${trial} of run ${run} is no longer this worker's: another one took it over, because this one gave no sign of life for a minute or more. Its result is kept there; give the same command again`,
  );
}

export function createJournalShelf(connection: Connection, beat: () => void): JournalShelf {
  const note = connection.prepare(`INSERT INTO journal (attempt, turn) SELECT ?1, ?3 ${IF_STILL_HELD}`);
  const append = connection.prepare(`
    INSERT INTO journal (attempt, turn, requests, input_tokens, output_tokens, reply) SELECT ?1, ?3, ?4, ?5, ?6, ?7 ${IF_STILL_HELD}`);
  const stored = connection.prepare(`
    SELECT number, turn, requests, input_tokens AS inputTokens, output_tokens AS outputTokens, reply
    FROM journal WHERE attempt = ? ORDER BY number`);
  const remove = connection.prepare('DELETE FROM journal WHERE number = ?');
  const keepLost = connection.prepare('UPDATE attempts SET lost_requests = ? WHERE number = ?');

  /** Notes without a reply become a number on the attempt, so that the notes in the journal are this tenure's only. */
  const takeOver = (held: HeldAttempt, lostBefore: number) => {
    const all = stored.all(held.number) as unknown as readonly StoredRow[];
    const earlier = createJournalTally(lostBefore);
    for (const row of all) earlier.add(row);
    const lostRequests = lostBefore + earlier.unanswered();
    if (lostRequests !== lostBefore) keepLost.run(lostRequests, held.number);
    for (const row of all) if (row.reply === null) remove.run(row.number);
    return { lostRequests, replyRows: all.filter((row) => row.reply !== null) };
  };

  const writer = (held: HeldAttempt, kept: { readonly rows: number[]; readonly tally: JournalTally }) => ({
    noteRequest: async (turn: number) =>
      connection.use(() => {
        beat();
        const { changes, lastInsertRowid } = note.run(held.number, held.tenure, turn);
        if (changes === 0) throw lostClaim(held);
        kept.rows.push(Number(lastInsertRowid));
        kept.tally.add({ turn, requests: null, inputTokens: null, outputTokens: null });
      }),
    appendReply: async (turn: number, reply: Reply) =>
      connection.use(() => {
        const counts = replyCounts(turn, reply);
        const { requests, inputTokens, outputTokens } = counts;
        const text = JSON.stringify(reply);
        const { changes, lastInsertRowid } = append.run(held.number, held.tenure, turn, requests, inputTokens, outputTokens, text);
        if (changes === 0) throw lostClaim(held);
        kept.rows.push(Number(lastInsertRowid));
        kept.tally.add(counts);
      }),
  });

  return {
    open: (held, inherited) => {
      const { lostRequests, replyRows } = inherited ? takeOver(held, inherited.lostRequests) : { lostRequests: 0, replyRows: [] };
      const tally = createJournalTally(lostRequests);
      for (const row of replyRows) tally.add(row);
      const rows = replyRows.map((row) => row.number);
      const what = `a journalled reply of trial ${held.trial}`;
      const replies = replyRows.toSorted((left, right) => left.turn - right.turn).map((row) => parseReply(row.reply ?? '', what));
      return { rows, tally, journal: { replies, lostRequests, ...writer(held, { rows, tally }) } };
    },
    drop: (open) => {
      for (const number of open.rows) remove.run(number);
    },
  };
}
