import type { TrialRecord } from '../core/trial.ts';
import type { VerdictId } from '../core/verdict.ts';
import { quickFraction } from '../util/quick-fraction.ts';
import type { Loss } from './report-model.ts';

/** A trial that may be shown as an example: the lower its rank, the sooner. */
export interface ExampleCandidate {
  readonly record: TrialRecord;
  readonly rank: number;
}

/** What is drawn of one arm: trials with the primary verdict true, and a few others. */
export interface ArmSample {
  readonly yes: readonly ExampleCandidate[];
  readonly others: readonly ExampleCandidate[];
}

/** Tokens of one subject; null as soon as one trial's are unknown. */
export interface TokenCount {
  trials: number;
  inputTokens: number | null;
  outputTokens: number | null;
}

/** What a report needs of the records besides the estimates, gathered while they stream by. */
export interface RecordTally {
  enter(record: TrialRecord): void;
  losses(): readonly Loss[];
  tokensOf(subject: string): TokenCount;
  sampleOf(cell: string, subject: string): ArmSample;
  /** Cell and subject of a finished trial that was asked for by `watched`. */
  placeOf(trial: string): { readonly cell: string; readonly subject: string } | undefined;
}

export interface TallyOptions {
  readonly seed: number;
  readonly primaryOf: (cell: string) => VerdictId | undefined;
  /** At most so many of each arm with the verdict true, and so many others. */
  readonly examples: number;
  readonly otherExamples: number;
  /** Trials whose place will be asked for, such as those with an interview. */
  readonly watched: ReadonlySet<string>;
}

interface Sample {
  readonly yes: ExampleCandidate[];
  readonly others: ExampleCandidate[];
}

interface LossCount {
  readonly loss: Omit<Loss, 'trials' | 'cells'>;
  trials: number;
  readonly cells: Set<string>;
}

function lossOf({ outcome, subject }: TrialRecord): Omit<Loss, 'trials' | 'cells'> | undefined {
  switch (outcome.kind) {
    case 'completed':
      return undefined;
    case 'limited':
      return { kind: 'limited', what: outcome.limit, subject, because: outcome.because };
    case 'stopped':
      return { kind: 'stopped', what: 'by the provider', subject, because: outcome.because };
    case 'failed':
      return { kind: 'failed', what: `${outcome.by}, ${outcome.code}`, subject, because: outcome.because };
  }
}

/** Keeps the lowest ranks: which trials are drawn depends on the seed alone, not on the order in which they come. */
function keepLowest(list: ExampleCandidate[], candidate: ExampleCandidate, most: number): void {
  if (most === 0 || (list.length >= most && candidate.rank >= (list.at(-1)?.rank ?? 0))) return;
  const at = list.findIndex(({ rank }) => rank > candidate.rank);
  list.splice(at === -1 ? list.length : at, 0, candidate);
  if (list.length > most) list.pop();
}

const plus = (sum: number | null, value: number | null) => (sum === null || value === null ? null : sum + value);

export function createRecordTally({ seed, primaryOf, examples, otherExamples, watched }: TallyOptions): RecordTally {
  const losses = new Map<string, LossCount>();
  const tokens = new Map<string, TokenCount>();
  /** By subject and then by cell: one key of both would have to be made for every record. */
  const samples = new Map<string, Map<string, Sample>>();
  const places = new Map<string, { readonly cell: string; readonly subject: string }>();

  const enterLoss = (record: TrialRecord) => {
    const loss = lossOf(record);
    if (loss === undefined) return;
    const key = `${loss.kind}\u0000${loss.what}\u0000${loss.subject}`;
    const counted = losses.get(key) ?? { loss, trials: 0, cells: new Set<string>() };
    counted.trials += 1;
    counted.cells.add(record.cell);
    losses.set(key, counted);
  };
  const enterTokens = ({ subject, spending }: TrialRecord) => {
    const sum = tokens.get(subject) ?? { trials: 0, inputTokens: 0, outputTokens: 0 };
    sum.trials += 1;
    sum.inputTokens = plus(sum.inputTokens, spending.usage.inputTokens);
    sum.outputTokens = plus(sum.outputTokens, spending.usage.outputTokens);
    tokens.set(subject, sum);
  };
  const enterSample = (record: TrialRecord) => {
    const primary = primaryOf(record.cell);
    const verdict = primary === undefined ? undefined : record.verdicts[primary];
    if (examples + otherExamples === 0 || verdict === undefined) return;
    const own = samples.get(record.subject) ?? new Map<string, Sample>();
    samples.set(record.subject, own);
    const sample = own.get(record.cell) ?? { yes: [], others: [] };
    own.set(record.cell, sample);
    const isYes = verdict.kind === 'scored' && verdict.value === true;
    const candidate = { record, rank: quickFraction(seed, record.trial) };
    keepLowest(isYes ? sample.yes : sample.others, candidate, isYes ? examples : otherExamples);
  };

  return {
    enter: (record) => {
      enterLoss(record);
      enterTokens(record);
      enterSample(record);
      if (watched.has(record.trial)) places.set(record.trial, { cell: record.cell, subject: record.subject });
    },
    losses: () =>
      [...losses.values()]
        .map(({ loss, trials, cells }) => ({ ...loss, trials, cells: cells.size }))
        .sort((left, right) => right.trials - left.trials || (left.what < right.what ? -1 : 1)),
    tokensOf: (subject) => tokens.get(subject) ?? { trials: 0, inputTokens: 0, outputTokens: 0 },
    sampleOf: (cell, subject) => samples.get(subject)?.get(cell) ?? { yes: [], others: [] },
    placeOf: (trial) => places.get(trial),
  };
}
