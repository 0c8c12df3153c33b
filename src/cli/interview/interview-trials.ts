import { UsageError } from '../../core/errors.ts';
import type { Store } from '../../core/ports/store.ts';
import type { TrialRecord } from '../../core/trial.ts';
import { knownNames } from '../../util/nearest-name.ts';

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

/** What the cells of a run have in a word's place: the levels of its factor, or scenarios; undefined where they have no such factor. */
function alternativesTo(word: string, known: ReadonlySet<string>): readonly string[] | undefined {
  const factor = word.includes('=') ? word.slice(0, word.indexOf('=') + 1) : undefined;
  const own = [...known].filter((one) => (factor === undefined ? !one.includes('=') : one.startsWith(factor)));
  return own.length === 0 ? undefined : own.sort();
}

/** Which word no cell has, and what there is in its place; or that no cell has all of them at once. */
function missingCell(run: string, words: readonly string[], cells: readonly string[]): string {
  const known = new Set(cells.flatMap((cell) => cell.split(' ')));
  const wrong = words.find((word) => !known.has(word));
  if (wrong === undefined) return `no cell of run ${run} has all of "${words.join(' ')}" at once, though each is in some: leave one out`;
  const instead = alternativesTo(wrong, known);
  if (instead !== undefined) return `no cell of run ${run} has "${wrong}"${knownNames(wrong, instead)}`;
  const factors = [...new Set([...known].filter((word) => word.includes('=')).map((word) => word.slice(0, word.indexOf('='))))].sort();
  const typed = wrong.slice(0, wrong.indexOf('='));
  return `no cell of run ${run} has a factor "${typed}"${knownNames(typed, factors)}`;
}

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
  throw new UsageError(missingCell(run, words, [...cells]));
}
