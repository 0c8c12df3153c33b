import type { TrialRecord } from '../core/trial.ts';
import type { Verdict, VerdictId } from '../core/verdict.ts';
import { quickFraction } from '../util/quick-fraction.ts';
import type { Loss } from './report-model.ts';

/** What an example needs of its record: a whole one for each of many candidates would be kept in memory, and most for nothing. */
export interface ExampleTrial extends Pick<TrialRecord, 'trial' | 'attempt' | 'block' | 'wording' | 'disposition'> {
  /** The primary one. */
  readonly verdict: Verdict;
}

/** A trial that may be shown as an example: the lower its rank, the sooner. */
export interface ExampleCandidate {
  readonly example: ExampleTrial;
  readonly rank: number;
}

/** What is drawn of one arm: trials with the primary verdict true, a few others, and, besides, those that refused openly. */
export interface ArmSample {
  readonly yes: readonly ExampleCandidate[];
  readonly others: readonly ExampleCandidate[];
  readonly refused: readonly ExampleCandidate[];
}

/** Tokens of one subject; null as soon as one trial's are unknown. */
export interface TokenCount {
  trials: number;
  inputTokens: number | null;
  outputTokens: number | null;
}

/** What was gathered of some records. Plain data: it passes between threads. */
export interface TallyState {
  readonly losses: ReadonlyMap<string, LossCount>;
  readonly tokens: ReadonlyMap<string, TokenCount>;
  /** By subject and then by cell: one key of both would have to be made for every record. */
  readonly samples: ReadonlyMap<string, ReadonlyMap<string, ArmSample>>;
  readonly places: ReadonlyMap<string, TrialPlace>;
  /** When the first and the last of them ended; null where no record says it. */
  readonly ended: { first: string | null; last: string | null };
}

interface TrialPlace {
  readonly cell: string;
  readonly subject: string;
}

/** What a report needs of the records besides the estimates, gathered while they stream by. */
export interface RecordTally {
  enter(record: TrialRecord): void;
  /** Enters what another tally with the same options gathered of later records. */
  enterAll(state: TallyState): void;
  readonly state: TallyState;
  losses(): readonly Loss[];
  tokensOf(subject: string): TokenCount;
  sampleOf(cell: string, subject: string): ArmSample;
  ended(): TallyState['ended'];
  /** Cell and subject of a finished trial that was asked for by `watched`. */
  placeOf(trial: string): TrialPlace | undefined;
}

/** Plain data. */
export interface TallyOptions {
  readonly seed: number;
  /** The primary verdict of each cell. */
  readonly primaries: ReadonlyMap<string, VerdictId>;
  /** At most so many of each arm with the verdict true, and so many others. */
  readonly examples: number;
  readonly otherExamples: number;
  /** Trials whose place will be asked for, such as those with an interview. */
  readonly watched: ReadonlySet<string>;
}

interface Sample {
  readonly yes: ExampleCandidate[];
  readonly others: ExampleCandidate[];
  readonly refused: ExampleCandidate[];
}

export interface LossCount {
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

const exampleOf = ({ trial, attempt, block, wording, disposition }: TrialRecord, verdict: Verdict): ExampleTrial => ({
  trial,
  attempt,
  block,
  wording,
  disposition,
  verdict,
});

/** Keeps the lowest ranks: which trials are drawn depends on the seed alone, not on the order in which they come. */
function keepLowest(list: ExampleCandidate[], candidate: { readonly rank: number; example(): ExampleTrial }, most: number): void {
  const { rank } = candidate;
  if (most === 0 || (list.length >= most && rank >= (list.at(-1)?.rank ?? 0))) return;
  const at = list.findIndex((one) => one.rank > rank);
  list.splice(at === -1 ? list.length : at, 0, { rank, example: candidate.example() });
  if (list.length > most) list.pop();
}

const plus = (sum: number | null, value: number | null) => (sum === null || value === null ? null : sum + value);

function enterLosses(into: Map<string, LossCount>, from: TallyState['losses']): void {
  for (const [key, { loss, trials, cells }] of from) {
    const counted = into.get(key) ?? { loss, trials: 0, cells: new Set<string>() };
    counted.trials += trials;
    for (const cell of cells) counted.cells.add(cell);
    into.set(key, counted);
  }
}

function enterTokens(into: Map<string, TokenCount>, subject: string, more: TokenCount): void {
  const sum = into.get(subject) ?? { trials: 0, inputTokens: 0, outputTokens: 0 };
  sum.trials += more.trials;
  sum.inputTokens = plus(sum.inputTokens, more.inputTokens);
  sum.outputTokens = plus(sum.outputTokens, more.outputTokens);
  into.set(subject, sum);
}

function enterEnd(into: TallyState['ended'], { first, last }: TallyState['ended']): void {
  if (first !== null && (into.first === null || first < into.first)) into.first = first;
  if (last !== null && (into.last === null || last > into.last)) into.last = last;
}

function createState() {
  const samples = new Map<string, Map<string, Sample>>();
  const sampleIn = (subject: string, cell: string): Sample => {
    const own = samples.get(subject) ?? new Map<string, Sample>();
    samples.set(subject, own);
    const sample = own.get(cell) ?? { yes: [], others: [], refused: [] };
    own.set(cell, sample);
    return sample;
  };
  return {
    losses: new Map<string, LossCount>(),
    tokens: new Map<string, TokenCount>(),
    samples,
    places: new Map<string, TrialPlace>(),
    ended: { first: null, last: null } as TallyState['ended'],
    sampleIn,
  };
}

export function createRecordTally({ seed, primaries, examples, otherExamples, watched }: TallyOptions): RecordTally {
  const { losses, tokens, samples, places, ended, sampleIn } = createState();

  const enterLoss = (record: TrialRecord) => {
    const loss = lossOf(record);
    if (loss === undefined) return;
    const key = `${loss.kind}\u0000${loss.what}\u0000${loss.subject}`;
    enterLosses(losses, new Map([[key, { loss, trials: 1, cells: new Set([record.cell]) }]]));
  };
  const enterSample = (record: TrialRecord) => {
    const primary = primaries.get(record.cell);
    const verdict = primary === undefined ? undefined : record.verdicts[primary];
    // A failed trial is an example of nothing that a subject does.
    if (examples + otherExamples === 0 || verdict === undefined || record.outcome.kind === 'failed') return;
    const { yes, others, refused } = sampleIn(record.subject, record.cell);
    const isYes = verdict.kind === 'scored' && verdict.value === true;
    const candidate = { rank: quickFraction(seed, record.trial), example: () => exampleOf(record, verdict) };
    keepLowest(isYes ? yes : others, candidate, isYes ? examples : otherExamples);
    if (record.disposition === 'refused-openly') keepLowest(refused, candidate, examples);
  };

  return {
    enter: (record) => {
      enterLoss(record);
      enterTokens(tokens, record.subject, { trials: 1, ...record.spending.usage });
      enterSample(record);
      enterEnd(ended, { first: record.endedAt ?? null, last: record.endedAt ?? null });
      if (watched.has(record.trial)) places.set(record.trial, { cell: record.cell, subject: record.subject });
    },
    enterAll: (state) => {
      enterLosses(losses, state.losses);
      for (const [subject, more] of state.tokens) enterTokens(tokens, subject, more);
      for (const [subject, cells] of state.samples) {
        for (const [cell, { yes, others, refused }] of cells) {
          const own = sampleIn(subject, cell);
          for (const { rank, example } of yes) keepLowest(own.yes, { rank, example: () => example }, examples);
          for (const { rank, example } of others) keepLowest(own.others, { rank, example: () => example }, otherExamples);
          for (const { rank, example } of refused) keepLowest(own.refused, { rank, example: () => example }, examples);
        }
      }
      enterEnd(ended, state.ended);
      for (const [trial, place] of state.places) places.set(trial, place);
    },
    state: { losses, tokens, samples, places, ended },
    ended: () => ended,
    losses: () =>
      [...losses.values()]
        .map(({ loss, trials, cells }) => ({ ...loss, trials, cells: cells.size }))
        .sort((left, right) => right.trials - left.trials || (left.what < right.what ? -1 : 1)),
    tokensOf: (subject) => tokens.get(subject) ?? { trials: 0, inputTokens: 0, outputTokens: 0 },
    sampleOf: (cell, subject) => samples.get(subject)?.get(cell) ?? { yes: [], others: [], refused: [] },
    placeOf: (trial) => places.get(trial),
  };
}
