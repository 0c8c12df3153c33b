import { checkCounts, type Counts } from './counts.ts';
import { gammaln } from './distributions.generated.js';
import { largestChance } from './largest-chance.ts';

/** Fisher's p-values of two tables that should be equal may differ by rounding. */
const TIE = 1 + 1e-10;

/**
 * The p-value against the side that the rates lean to is never below this: with the larger rate seen as the true one, either arm is on
 * the wrong side of its median in at least half of cases.
 */
const LEAST_OF_OTHER_SIDE = 0.25;

function logChoices(trials: number): readonly number[] {
  return Array.from({ length: trials + 1 }, (_, k) => gammaln(trials + 1) - gammaln(k + 1) - gammaln(trials - k + 1));
}

interface Arms {
  readonly first: number;
  readonly second: number;
}

/** Fisher's one-sided p-value: the chance that the first arm has so many successes or more, given how many both have together. */
function createFisherTail({ first, second }: Arms): (a: number, b: number) => number {
  const [ofFirst, ofSecond, ofAll] = [logChoices(first), logChoices(second), logChoices(first + second)];
  return (a, b) => {
    const successes = a + b;
    let sum = 0;
    // From the far end inwards, so that small terms are added first.
    for (let each = Math.min(first, successes); each >= a; each -= 1) {
      sum += Math.exp((ofFirst[each] ?? 0) + (ofSecond[successes - each] ?? 0) - (ofAll[successes] ?? 0));
    }
    return sum;
  };
}

/**
 * For each number of successes of the first arm, the most of the second with which Fisher's p-value is at most this; -1 for none.
 * His p falls as the first arm gains and as the second loses, so the edge only climbs.
 */
function rejectedUpTo(arms: Arms, fisherTail: (a: number, b: number) => number, pValue: number): readonly number[] {
  let b = -1;
  return Array.from({ length: arms.first + 1 }, (_, a) => {
    while (b < arms.second && fisherTail(a, b + 1) <= pValue * TIE) b += 1;
    return b;
  });
}

/** That the first rate is the larger. */
function oneSided(first: Counts, second: Counts): number {
  const arms = { first: first.trials, second: second.trials };
  const fisherTail = createFisherTail(arms);
  const seen = fisherTail(first.successes, second.successes);
  return largestChance(arms, rejectedUpTo(arms, fisherTail, seen));
}

/**
 * The two-sided p-value of "both rates are the same" over two independent arms: Boschloo's exact unconditional test, twice the smaller
 * one-sided p. It never rejects a true null more often than it says, and wastes less of its level than Fisher's exact test.
 * `undefined` if either arm has 0 trials; RangeError for impossible counts. About 25 ms for 300 trials an arm.
 * Reference: Boschloo (1970) Statistica Neerlandica 24:1-9.
 */
export function boschlooTest(first: Counts, second: Counts): number | undefined {
  checkCounts(first);
  checkCounts(second);
  if (first.trials === 0 || second.trials === 0) return undefined;
  const isFirstLarger = first.successes * second.trials >= second.successes * first.trials;
  const [larger, smaller] = isFirstLarger ? [first, second] : [second, first];
  const towards = oneSided(larger, smaller);
  return Math.min(1, 2 * (towards <= LEAST_OF_OTHER_SIDE ? towards : Math.min(towards, oneSided(smaller, larger))));
}
