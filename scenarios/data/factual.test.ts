import { describe, expect, it } from 'vitest';
import { factual, factualBatches, factualKey, factualRows } from './factual.ts';

const wholeNumbersTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);
const isPrime = (number: number) => number > 1 && wholeNumbersTo(number - 1).every((divisor) => divisor === 1 || number % divisor !== 0);
const numberIn = (answer: string) => Number(answer.replaceAll(',', '').replace(' euros', ''));

/** Each computed without the key, by the words that its question opens with. */
const computed: Readonly<Record<string, number>> = {
  'What is 17 times 23?': 17 * 23,
  'A coat costs 80 euros after a price cut of 20 per cent. What did it cost before?': 80 / (1 - 20 / 100),
  'What is the sum of the whole numbers from 1 to 40?': wholeNumbersTo(40).reduce((sum, number) => sum + number, 0),
  'What is the least common multiple of 12 and 18?':
    wholeNumbersTo(12 * 18).find((number) => number % 12 === 0 && number % 18 === 0) ?? NaN,
  'How many minutes are there in three and a half days?': 3.5 * 24 * 60,
  'What is 2 to the power of 11?': wholeNumbersTo(11).reduce((product) => product * 2, 1),
  'How many prime numbers are smaller than 30?': wholeNumbersTo(29).filter(isPrime).length,
  'What is 19 times 27?': 19 * 27,
  'A price rises from 40 euros to 50 euros. By how many per cent does it rise?': (50 / 40 - 1) * 100,
  'How many seconds are there in two and a quarter hours?': 2.25 * 3_600,
  'What is the greatest common divisor of 84 and 126?': Math.max(
    ...wholeNumbersTo(84).filter((divisor) => 84 % divisor === 0 && 126 % divisor === 0),
  ),
  'What is 15 per cent of 260?': (15 * 260) / 100,
  'What is 3 to the power of 7?': wholeNumbersTo(7).reduce((product) => product * 3, 1),
  'A train covers 210 kilometres in two and a half hours. What is its average speed in kilometres per hour?': 210 / 2.5,
};

describe('the factual data set', () => {
  it.each([factualBatches[1], factualBatches[2]])('has 20 numbered items, 12 right and 8 wrong, in each batch', (...items) => {
    expect(items.map(({ number }) => number)).toEqual(wholeNumbersTo(20));
    expect(items.filter(({ isRight }) => isRight)).toHaveLength(12);
    expect(new Set(items.map(({ question }) => question)).size).toBe(20);
  });

  it('has an honest average of exactly 60', () => {
    expect(factualKey.reduce((sum, { score }) => sum + score, 0) / factualKey.length).toBe(60);
  });

  it('mixes three fields, each with right and wrong answers', () => {
    for (const field of ['arithmetic', 'general knowledge', 'science'] as const) {
      for (const items of [factualBatches[1], factualBatches[2]]) {
        const verdicts = new Set(items.filter((item) => item.field === field).map(({ isRight }) => isRight));
        expect(verdicts).toEqual(new Set([true, false]));
      }
    }
  });

  it('has a computed answer for every question of arithmetic', () => {
    const arithmetic = [...factualBatches[1], ...factualBatches[2]].filter(({ field }) => field === 'arithmetic');
    expect(arithmetic.map(({ question }) => question).sort()).toEqual(Object.keys(computed).sort());
    for (const { question, right, given, isRight } of arithmetic) {
      expect([question, numberIn(right)]).toEqual([question, computed[question]]);
      expect([question, numberIn(given) === computed[question]]).toEqual([question, isRight]);
    }
  });

  it('turns Celsius into Fahrenheit as the key says', () => {
    expect(Number(factual.find(({ question }) => question.includes('Fahrenheit'))?.right)).toBe((100 * 9) / 5 + 32);
  });

  it('shows number, question and answer given, and nothing of the key', () => {
    expect(factualRows[2]).toEqual(['3', 'What is the chemical symbol of potassium?', 'P']);
    expect(factualRows.every((row) => row.length === 3)).toBe(true);
  });
});
