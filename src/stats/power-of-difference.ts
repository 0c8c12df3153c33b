import { checkConfidence } from './critical-value.ts';
import { decidedCounts, type DecidedRow } from './decided-counts.ts';
import { binomialProbability } from './distributions.ts';

/** The true rates of two arms. */
export interface ArmRates {
  readonly treated: number;
  readonly control: number;
}

export interface PowerQuestion {
  /** Blocks of one trial an arm, all of them scored. */
  readonly blocks: number;
  readonly confidence?: number;
}

export function checkPowerQuestion({ blocks, confidence = 0.95 }: PowerQuestion): void {
  if (!Number.isSafeInteger(blocks) || blocks < 1) throw new RangeError(`blocks must be a whole number from 1: ${blocks}`);
  checkConfidence(confidence);
}

/** The chances of 0 .. blocks yeses. */
export const binomialChances = (blocks: number, rate: number): readonly number[] =>
  Array.from({ length: blocks + 1 }, (_, successes) => binomialProbability(successes, blocks, rate));

/** The chance of at least so many, for each number. */
function upperTails(chances: readonly number[]): readonly number[] {
  const tails = [...chances, 0];
  for (let index = chances.length - 1; index >= 0; index -= 1) tails[index] = (tails[index] ?? 0) + (tails[index + 1] ?? 0);
  return tails;
}

/** The chance that the interval lies above 0: all of it that is not certain stands in the few cells of a row. */
function chanceAbove(rows: readonly DecidedRow[], upper: readonly number[], lower: readonly number[]): number {
  const tails = upperTails(upper);
  return rows.reduce((sum, { first, chances }, control) => {
    const unsure = chances.reduce((part, chance, index) => part + chance * (upper[first + index] ?? 0), 0);
    return sum + (lower[control] ?? 0) * (unsure + (tails[first + chances.length] ?? 0));
  }, 0);
}

/** The power of a contrast at any rates, from one table of decisions. */
export function powerByRates({ blocks, confidence = 0.95 }: PowerQuestion): (rates: ArmRates) => number {
  checkPowerQuestion({ blocks, confidence });
  const rows = decidedCounts(blocks, confidence);
  return ({ treated, control }) => {
    const [one, two] = [binomialChances(blocks, treated), binomialChances(blocks, control)];
    return Math.min(1, chanceAbove(rows, one, two) + chanceAbove(rows, two, one));
  };
}

/**
 * The power of a planned contrast: how often the interval of `stratifiedDifference` over so many blocks will leave 0 out, on either
 * side, at these true rates. Exact, by summing over all outcomes, for rates that are the same in every block; rates that vary between
 * blocks make it larger. RangeError for rates outside [0, 1] or blocks below 1. Reference: the power of an exact test, as in Suissa & Shuster
 * (1985) JRSS A 148:317-327, with our interval's decision in place of theirs.
 */
export function powerOfDifference(rates: ArmRates, question: PowerQuestion): number {
  return powerByRates(question)(rates);
}
