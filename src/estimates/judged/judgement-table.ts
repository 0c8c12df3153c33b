import type { Judgement, JudgeIdentity, JudgeLabel } from '../../core/judgement.ts';
import { codeOf, isAnswer, NOTHING, type LabelCode } from './label-code.ts';

/** What one judge said of one label, by row. */
export interface JudgementColumn {
  readonly judge: string;
  readonly label: JudgeLabel;
  /** Of a measurement of the judge itself, such as `names-swapped:gpt`; absent for verdicts. */
  readonly variant?: string;
  codeAt(row: number): LabelCode;
  versionAt(row: number): string | undefined;
  /** The first event that it points at. */
  firstEventAt(row: number): number | undefined;
}

/** The level that a judge took a trial for; undefined where it would not say, null where its reply could not be used. */
export interface GuessedArm {
  readonly judge: string;
  readonly factor: string;
  readonly row: number;
  readonly level: string | undefined | null;
}

/** The judgements that count: the last of each trial, label, judge and variant, of the last attempt that was judged. */
export interface JudgementTable {
  /** One for each judge, label and variant. */
  readonly columns: readonly JudgementColumn[];
  /** People's labels again, one column for each draw that they were given for: what was said last may be of another draw. */
  readonly draws: readonly (JudgementColumn & { readonly draw: string })[];
  readonly guesses: readonly GuessedArm[];
  readonly judges: readonly JudgeIdentity[];
  /** Undefined for a trial, or an attempt, that nobody judged. */
  rowOf(trial: string, attempt: number): number | undefined;
  /** The trial of a row. */
  readonly trials: readonly string[];
}

const PERSON = 'person:';
const ARM_GUESS = 'arm-guess:';

export const isPerson = (judge: string): boolean => judge.startsWith(PERSON);

class GrowingColumn implements JudgementColumn {
  readonly judge: string;
  readonly label: JudgeLabel;
  readonly variant?: string;
  #codes = new Uint16Array(0);
  #events = new Uint32Array(0);
  #versions = new Uint16Array(0);
  readonly #known: string[] = [];

  constructor({ judge, label, variant }: Pick<Judgement, 'judge' | 'label' | 'variant'>) {
    this.judge = judge;
    this.label = label;
    if (variant !== undefined) this.variant = variant;
  }

  #grow(row: number): void {
    if (row < this.#codes.length) return;
    const length = Math.max(64, 2 * row);
    const [codes, events, versions] = [new Uint16Array(length), new Uint32Array(length), new Uint16Array(length)];
    codes.set(this.#codes);
    events.set(this.#events);
    versions.set(this.#versions);
    [this.#codes, this.#events, this.#versions] = [codes, events, versions];
  }

  enter(row: number, { label, judged, version }: Judgement): void {
    this.#grow(row);
    // A reply that was lost when the same was asked again takes no answer away.
    if (judged.kind === 'unscored' && isAnswer(this.codeAt(row)) && this.versionAt(row) === version) return;
    if (!this.#known.includes(version)) this.#known.push(version);
    this.#codes[row] = codeOf(label, judged);
    this.#events[row] = judged.kind === 'judged' && judged.evidence.length > 0 ? Math.min(...judged.evidence) : 0;
    this.#versions[row] = this.#known.indexOf(version);
  }

  clear(row: number): void {
    if (row < this.#codes.length) this.#codes[row] = NOTHING;
  }

  codeAt(row: number): LabelCode {
    return this.#codes[row] ?? NOTHING;
  }

  versionAt(row: number): string | undefined {
    return this.codeAt(row) === NOTHING ? undefined : this.#known[this.#versions[row] ?? 0];
  }

  firstEventAt(row: number): number | undefined {
    return this.codeAt(row) === NOTHING ? undefined : this.#events[row] || undefined;
  }
}

class DrawColumn extends GrowingColumn {
  readonly draw: string;

  constructor(judgement: Judgement) {
    super(judgement);
    this.draw = judgement.version;
  }
}

interface Growing {
  readonly rows: Map<string, number>;
  readonly trials: string[];
  readonly attempts: number[];
  // A few, so they are looked for one by one: a key for each of millions of judgements takes longer.
  readonly columns: GrowingColumn[];
  readonly draws: DrawColumn[];
  readonly guesses: Map<string, GuessedArm>;
  readonly judges: JudgeIdentity[];
}

/** A later attempt takes the place of what was said of an earlier one. Undefined where this is of an earlier one itself. */
function rowFor({ trial, attempt }: Judgement, growing: Growing): number | undefined {
  const { rows, trials, attempts, columns, draws, guesses } = growing;
  const known = rows.get(trial);
  const row = known ?? trials.push(trial) - 1;
  if (known === undefined) rows.set(trial, row);
  const before = attempts[row] ?? attempt;
  if (attempt < before) return undefined;
  attempts[row] = attempt;
  if (attempt > before) {
    for (const column of [...columns, ...draws]) column.clear(row);
    for (const [key, guess] of guesses) if (guess.row === row) guesses.delete(key);
  }
  return row;
}

function enterGuess(judgement: Judgement, row: number, { guesses }: Growing): void {
  const { judge, variant = '', judged } = judgement;
  const factor = variant.slice(ARM_GUESS.length);
  const named = judged.kind === 'judged' && Array.isArray(judged.value) ? (judged.value as readonly string[])[0] : undefined;
  guesses.set([judge, factor, row].join('\u0000'), { judge, factor, row, level: judged.kind === 'unscored' ? null : named });
}

/** What of a list belongs to this judgement; made and kept where there is nothing yet. */
function ownIn<Own>(list: Own[], isOwn: (one: Own) => boolean, make: () => Own): Own {
  const known = list.find(isOwn);
  if (known !== undefined) return known;
  const made = make();
  list.push(made);
  return made;
}

function enter(judgement: Judgement, growing: Growing): void {
  const { judge, version, isSimulated, label, variant } = judgement;
  const row = rowFor(judgement, growing);
  if (row === undefined) return;
  const { columns, draws, judges } = growing;
  ownIn(
    judges,
    (one) => one.judge === judge && one.version === version,
    () => ({ judge, version, isSimulated }),
  );
  if (variant?.startsWith(ARM_GUESS)) return enterGuess(judgement, row, growing);
  const isOwn = (one: GrowingColumn) => one.label === label && one.judge === judge && one.variant === variant;
  ownIn(columns, isOwn, () => new GrowingColumn(judgement)).enter(row, judgement);
  if (!isPerson(judge)) return;
  const isOfDraw = (one: DrawColumn) => isOwn(one) && one.draw === version;
  ownIn(draws, isOfDraw, () => new DrawColumn(judgement)).enter(row, judgement);
}

/** Reads a run's judgements one at a time. Memory grows by some bytes for each trial, judge and label. */
export async function readJudgements(judgements: AsyncIterable<Judgement>): Promise<JudgementTable> {
  const growing: Growing = {
    rows: new Map(),
    trials: [],
    attempts: [],
    columns: [],
    draws: [],
    guesses: new Map(),
    judges: [],
  };
  for await (const judgement of judgements) enter(judgement, growing);
  const { rows, attempts, trials, columns, draws, guesses, judges } = growing;
  return {
    columns,
    draws,
    guesses: [...guesses.values()],
    judges,
    trials,
    rowOf(trial, attempt) {
      const row = rows.get(trial);
      return row !== undefined && attempts[row] === attempt ? row : undefined;
    },
  };
}
