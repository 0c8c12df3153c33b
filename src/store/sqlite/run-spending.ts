import type { RunSpending } from '../../core/ports/store.ts';
import type { Connection } from './connection.ts';
import type { JournalCounts, JournalTally } from './journal-tally.ts';
import { createJournalTally } from './journal-tally.ts';

interface ProgressRow extends JournalCounts {
  readonly attempt: number;
}

function add(left: RunSpending, right: RunSpending): RunSpending {
  return {
    requests: left.requests + right.requests,
    inputTokens: left.inputTokens + right.inputTokens,
    outputTokens: left.outputTokens + right.outputTokens,
    unknownReplies: left.unknownReplies + right.unknownReplies,
  };
}

/** Finished attempts carry their sums; those of attempts in progress are counted from the journal. */
export function createRunSpending(connection: Connection): (runNumber: number) => RunSpending {
  const finished = connection.prepare(`
    SELECT coalesce(sum(requests), 0) AS requests, coalesce(sum(input_tokens), 0) AS inputTokens,
      coalesce(sum(output_tokens), 0) AS outputTokens, coalesce(sum(unknown_replies), 0) AS unknownReplies
    FROM attempts WHERE run = ? AND outcome IS NOT NULL`);
  const open = connection.prepare('SELECT number, lost_requests AS lostRequests FROM attempts WHERE run = ? AND outcome IS NULL');
  const progress = connection.prepare(`
    SELECT attempt, turn, requests, input_tokens AS inputTokens, output_tokens AS outputTokens FROM journal ORDER BY number`);

  return (runNumber) =>
    connection.transaction(() => {
      const tallies = new Map<number, JournalTally>();
      for (const row of open.all(runNumber) as unknown as readonly { number: number; lostRequests: number }[]) {
        tallies.set(row.number, createJournalTally(row.lostRequests));
      }
      for (const row of progress.iterate() as Iterable<unknown> as Iterable<ProgressRow>) tallies.get(row.attempt)?.add(row);
      const total = finished.get(runNumber) as unknown as RunSpending;
      return [...tallies.values()].reduce((sum, tally) => add(sum, tally.spent()), add(total, createJournalTally(0).spent()));
    });
}
