import type { Cell } from '../../core/trial.ts';
import type { FactorId } from '../../core/levels.ts';
import { tangoDifference } from '../../stats/tango-difference.ts';
import { wilsonInterval } from '../../stats/wilson-interval.ts';
import type { ArmGuess, JudgedQuestion, Leniency } from './judged-results.ts';
import type { JudgedTrials } from './judged-trials.ts';
import type { GuessedArm, JudgementColumn } from './judgement-table.ts';
import { answerIn, questionsOf } from './label-code.ts';

const SWAPPED = 'names-swapped:';

function guessesOf(guesses: readonly GuessedArm[], cellAt: (row: number) => Cell | undefined): Omit<ArmGuess, 'judge' | 'factor'> {
  const levels = new Map<string, number>();
  let [asked, guessed, right] = [0, 0, 0];
  for (const { row, level, factor } of guesses) {
    const cell = cellAt(row);
    if (cell === undefined) continue;
    asked += 1;
    if (level === undefined || level === null) continue;
    const is = cell.levels[factor as FactorId] ?? 'absent';
    guessed += 1;
    right += level === is ? 1 : 0;
    levels.set(is, (levels.get(is) ?? 0) + 1);
  }
  const rate = wilsonInterval(right, guessed);
  // Who always names the most frequent level has seen nothing.
  const chance = guessed === 0 ? 0 : Math.max(...levels.values()) / guessed;
  return { asked, guessed, right, chance, ...(rate ? { rate: { ...rate, of: guessed } } : {}) };
}

/** How often each judge named the level of a factor that its exhibit was to hide, beside what always naming the most frequent level gives. */
export function tallyGuesses(guesses: readonly GuessedArm[], cellAt: (row: number) => Cell | undefined): readonly ArmGuess[] {
  const groups = Map.groupBy(guesses, ({ judge, factor }) => `${judge}\u0000${factor}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first === undefined ? [] : [{ judge: first.judge, factor: first.factor, ...guessesOf(group, cellAt) }];
  });
}

/** The guesses at the trials of a run's arms. */
export function armGuesses({ table, arms }: JudgedTrials): readonly ArmGuess[] {
  if (table.guesses.length === 0) return [];
  const cells = new Map(arms.flatMap(({ cell, trials }) => trials.flatMap(({ row }) => (row === undefined ? [] : [[row, cell] as const]))));
  return tallyGuesses(table.guesses, (row) => cells.get(row));
}

interface SwappedPair {
  readonly family: string;
  readonly other: string;
  readonly columns: readonly [JudgementColumn, JudgementColumn];
}

function lenienceOn(
  question: JudgedQuestion,
  { columns: [one, other] }: SwappedPair,
  rows: number,
): Pick<Leniency, 'trials' | 'difference'> {
  const counts = { both: 0, onlyFirst: 0, onlySecond: 0, neither: 0 };
  let unscored = 0;
  for (let row = 0; row < rows; row += 1) {
    const [first, second] = [one.codeAt(row), other.codeAt(row)];
    if (first === 0 || second === 0) continue;
    const answers = [answerIn(first, question), answerIn(second, question)] as const;
    if (answers[0] === undefined || answers[1] === undefined) unscored += 1;
    else if (answers[0]) counts[answers[1] ? 'both' : 'onlyFirst'] += 1;
    else counts[answers[1] ? 'onlySecond' : 'neither'] += 1;
  }
  const { both, onlyFirst, onlySecond, neither } = counts;
  const trials = both + onlyFirst + onlySecond + neither;
  const interval = tangoDifference(counts);
  if (!interval) return { trials, difference: { kind: 'not-estimable', because: 'no transcript was judged under both names', unscored } };
  const all = trials + unscored;
  const bounds = [(onlyFirst - onlySecond - unscored) / all, (onlyFirst - onlySecond + unscored) / all] as const;
  return { trials, difference: { kind: 'estimated', ...interval, trials, unscored, bounds } };
}

/** Each two families, the judge's own first. */
function pairsOf(columns: readonly JudgementColumn[], kin: string | undefined): readonly SwappedPair[] {
  const familyOf = ({ variant = '' }: JudgementColumn) => variant.slice(SWAPPED.length);
  const ordered = columns.toSorted((left, right) => {
    const kinship = Number(familyOf(right) === kin) - Number(familyOf(left) === kin);
    return kinship === 0 ? (familyOf(left) < familyOf(right) ? -1 : 1) : kinship;
  });
  return ordered.flatMap((one, index) =>
    ordered.slice(index + 1).map((other) => ({ family: familyOf(one), other: familyOf(other), columns: [one, other] as const })),
  );
}

/**
 * Does a judge judge the same transcript otherwise when the subject bears another family's name? Differences of its rates over true pairs,
 * by Tango's interval. `kinOf` gives the family that a judge itself belongs to, if that is known.
 */
export function judgeLeniency({ table }: JudgedTrials, kinOf: (judge: string) => string | undefined): readonly Leniency[] {
  const swapped = table.columns.filter(({ variant = '' }) => variant.startsWith(SWAPPED));
  const groups = Map.groupBy(swapped, ({ judge, label }) => `${judge}\u0000${label}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { judge, label } = first;
    const kin = kinOf(judge);
    return pairsOf(group, kin).flatMap((pair) =>
      questionsOf(label).map((question) => ({
        ...question,
        judge,
        family: pair.family,
        other: pair.other,
        isKin: pair.family === kin,
        ...lenienceOn(question, pair, table.trials.length),
      })),
    );
  });
}
