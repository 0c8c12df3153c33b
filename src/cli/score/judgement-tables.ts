import type { JudgeIdentity, JudgeLabel } from '../../core/judgement.ts';
import type { Cell } from '../../core/trial.ts';
import { describeCode, hasValue, NOTHING, questionsOf, answerIn, ABSTAINED, UNSCORED } from '../../estimates/judged/label-code.ts';
import { isInterviewVariant } from '../../estimates/judged/interview-answers.ts';
import { tallyGuesses } from '../../estimates/judged/judge-blindness.ts';
import type { ArmGuess } from '../../estimates/judged/judged-results.ts';
import type { JudgementColumn, JudgementTable } from '../../estimates/judged/judgement-table.ts';
import { asPercent, asPercentRange } from '../../report/format-number.ts';
import type { Table } from '../../report/table.ts';
import { judgeName } from './open-judges.ts';

const TRIALS_SHOWN = 5;
const ID_SHOWN = 12;

/** What one judge said of one label, over the trials of a run. */
export interface LabelTally {
  readonly judge: string;
  readonly label: JudgeLabel;
  readonly variant?: string;
  readonly judged: number;
  readonly abstained: number;
  readonly unscored: number;
  /** How often yes, or each name. */
  readonly yes: Readonly<Record<string, number>>;
}

export interface Disagreement {
  readonly label: JudgeLabel;
  readonly judges: readonly [string, string];
  readonly both: number;
  readonly differ: number;
  readonly examples: readonly { readonly trial: string; readonly said: readonly [string, string] }[];
}

const rowsOf = ({ trials }: JudgementTable) => [...trials.keys()];

function tallyOf(column: JudgementColumn, rows: readonly number[]): LabelTally {
  const codes = rows.map((row) => column.codeAt(row)).filter((code) => code !== NOTHING);
  const values = codes.filter(hasValue);
  const yes = questionsOf(column.label).map((question) => {
    const count = values.filter((code) => answerIn(code, question) === true).length;
    return [question.name ?? 'yes', count] as const;
  });
  return {
    judge: column.judge,
    label: column.label,
    ...(column.variant === undefined ? {} : { variant: column.variant }),
    judged: values.length,
    abstained: codes.filter((code) => code === ABSTAINED).length,
    unscored: codes.filter((code) => code === UNSCORED).length,
    yes: Object.fromEntries(yes),
  };
}

/** What these judges have said of a run so far, with what earlier commands asked. */
export function tallyJudgements(
  table: JudgementTable,
  judges: readonly JudgeIdentity[],
  labels: readonly JudgeLabel[],
): readonly LabelTally[] {
  const rows = rowsOf(table);
  const asked = table.columns.filter(
    ({ judge, label, variant }) => judges.some((one) => one.judge === judge) && labels.includes(label) && !isInterviewVariant(variant),
  );
  const order = ({ label, variant = '' }: JudgementColumn) => [variant, String(labels.indexOf(label))].join('\u0000');
  return asked.toSorted((left, right) => (order(left) < order(right) ? -1 : 1)).map((column) => tallyOf(column, rows));
}

function yesCell({ yes, judged }: LabelTally): string {
  if (judged === 0) return '';
  if (yes['yes'] !== undefined) return String(yes['yes']);
  return Object.entries(yes)
    .filter(([, count]) => count > 0)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ');
}

export function tallyTable(tallies: readonly LabelTally[]): Table {
  return {
    title: 'Judged so far',
    heads: ['label', 'judge', 'judged', 'abstained', 'unscored', 'yes, or names'],
    rows: tallies.map((tally) => [
      tally.variant === undefined ? tally.label : `${tally.label}, ${tally.variant}`,
      judgeName(tally.judge),
      String(tally.judged),
      String(tally.abstained),
      String(tally.unscored),
      yesCell(tally),
    ]),
    notes: ['Raw counts of the last judgement of each trial: no rate, and not corrected for the error of a judge.'],
  };
}

/** Where two judges of a panel said two things of one trial. An abstention is no disagreement. */
export function disagreementsOf(
  table: JudgementTable,
  judges: readonly JudgeIdentity[],
  labels: readonly JudgeLabel[],
): readonly Disagreement[] {
  const pairs = judges.flatMap((one, index) => judges.slice(index + 1).map((other) => [one.judge, other.judge] as const));
  const columnOf = (judge: string, label: JudgeLabel) =>
    table.columns.find((column) => column.judge === judge && column.label === label && column.variant === undefined);
  return labels.flatMap((label) =>
    pairs.flatMap((pair): readonly Disagreement[] => {
      const [one, other] = [columnOf(pair[0], label), columnOf(pair[1], label)];
      if (!one || !other) return [];
      const both = rowsOf(table).filter((row) => hasValue(one.codeAt(row)) && hasValue(other.codeAt(row)));
      const differ = both.filter((row) => one.codeAt(row) !== other.codeAt(row));
      const examples = differ.slice(0, TRIALS_SHOWN).map((row) => ({
        trial: table.trials[row] ?? '',
        said: [describeCode(label, one.codeAt(row)), describeCode(label, other.codeAt(row))] as const,
      }));
      return [{ label, judges: pair, both: both.length, differ: differ.length, examples }];
    }),
  );
}

export function disagreementTables(disagreements: readonly Disagreement[]): readonly Table[] {
  if (disagreements.length === 0) return [];
  const examples = disagreements.flatMap(({ label, judges, examples: shown }) =>
    shown.map(({ trial, said }) => [
      label,
      trial.slice(0, ID_SHOWN),
      `${judgeName(judges[0])}: ${said[0]}`,
      `${judgeName(judges[1])}: ${said[1]}`,
    ]),
  );
  const counts: Table = {
    title: 'Where the panel disagrees',
    heads: ['label', 'judges', 'both judged', 'differ'],
    rows: disagreements.map(({ label, judges, both, differ }) => [
      label,
      judges.map(judgeName).join(' and '),
      String(both),
      String(differ),
    ]),
    notes: ['Nothing is averaged: each judge keeps its own numbers.'],
  };
  if (examples.length === 0) return [counts];
  return [counts, { title: 'Some of these trials', heads: ['label', 'trial', 'one says', 'another says'], rows: examples, notes: [] }];
}

/** How often these judges named the level of a factor that their exhibits were to hide. */
export function guessesIn(
  table: JudgementTable,
  judges: readonly JudgeIdentity[],
  cellOf: (trial: string) => Cell | undefined,
): readonly ArmGuess[] {
  const own = table.guesses.filter(({ judge }) => judges.some((one) => one.judge === judge));
  return tallyGuesses(own, (row) => cellOf(table.trials[row] ?? ''));
}

export function guessTables(guesses: readonly ArmGuess[]): readonly Table[] {
  if (guesses.length === 0) return [];
  return [
    {
      title: 'Guesses at the arm, from exhibits that are to hide it',
      heads: ['factor', 'judge', 'asked', 'guessed', 'right', 'share right', 'most frequent level'],
      rows: guesses.map(({ judge, factor, asked, guessed, right, rate, chance }) => [
        factor,
        judgeName(judge),
        String(asked),
        String(guessed),
        String(right),
        rate === undefined ? 'none guessed' : `${asPercent(rate.value)} ${asPercentRange(rate.low, rate.high)}`,
        rate === undefined ? 'none guessed' : asPercent(chance),
      ]),
      notes: ['The last column is what always naming the most frequent level of the trials that it guessed at would give.'],
    },
  ];
}
