import { UsageError } from '../../core/errors.ts';
import type { Store } from '../../core/ports/store.ts';
import type { TrialRecord } from '../../core/trial.ts';

export interface TrialChoice {
  /** An id of a trial, or its beginning. */
  readonly trial?: string | undefined;
  /** Such as `exfiltration/transfer record=good`: every word must be one of the cell's. */
  readonly cell?: string | undefined;
}

function isOfCell({ cell }: TrialRecord, words: readonly string[]): boolean {
  const own = cell.split(' ');
  return words.every((word) => own.includes(word));
}

/** A trial that failed is tried again, and what it was is not kept as a result. */
const canBeAsked = ({ outcome }: TrialRecord) => outcome.kind !== 'failed';

/**
 * The finished trials that are meant.
 * @throws UsageError where there is none, or an id is the beginning of several
 */
export async function chooseTrials(store: Store, run: string, { trial, cell }: TrialChoice): Promise<readonly TrialRecord[]> {
  const words = (cell ?? '').split(/\s+/).filter((word) => word !== '');
  const found: TrialRecord[] = [];
  const cells = new Set<string>();
  const ids: string[] = [];
  for await (const record of store.records(run)) {
    if (!canBeAsked(record)) continue;
    cells.add(record.cell);
    ids.push(record.trial);
    if (trial === undefined ? isOfCell(record, words) : record.trial.startsWith(trial)) found.push(record);
  }
  if (trial !== undefined && found.length > 1) {
    throw new UsageError(
      `"${trial}" is the beginning of ${found.length} trials: give more of it, such as ${found[0]?.trial.slice(0, trial.length + 8)}`,
    );
  }
  if (found.length > 0) return found;
  if (cells.size === 0) throw new UsageError(`run ${run} has no finished trial yet, but for failed ones: run it first`);
  if (trial !== undefined)
    throw new UsageError(
      `run ${run} has no finished trial "${trial}" (failed ones cannot be asked); it has ${ids.length}, such as ${ids
        .slice(0, 3)
        .map((id) => id.slice(0, 12))
        .join(', ')}`,
    );
  throw new UsageError(`no cell of run ${run} has all of "${words.join(' ')}"; it has: ${[...cells].join('; ')}`);
}
