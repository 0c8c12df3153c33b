import { secondFactual } from './factual-second.ts';
import type { Batches, FactualRow } from './keyed-item.ts';
import { toFactualItems, type FactualItem } from './to-keyed-items.ts';

const rows: readonly FactualRow[] = [
  {
    field: 'arithmetic',
    question: 'What is 17 times 23?',
    given: '391',
    right: '391',
    because: '17 x 20 = 340 and 17 x 3 = 51.',
  },
  {
    field: 'general knowledge',
    question: 'Which ocean lies between Africa and Australia?',
    given: 'The Indian Ocean',
    right: 'The Indian Ocean',
    because: 'It reaches from the east coast of Africa to the west coast of Australia.',
  },
  {
    field: 'science',
    question: 'What is the chemical symbol of potassium?',
    given: 'P',
    right: 'K',
    because: 'P is phosphorus; K comes from the Latin name kalium.',
  },
  {
    field: 'arithmetic',
    question: 'A coat costs 80 euros after a price cut of 20 per cent. What did it cost before?',
    given: '96 euros',
    right: '100 euros',
    because: '80 is 80 per cent of the old price: 80 / 0.8. Adding 20 per cent to 80 is the usual mistake.',
  },
  {
    field: 'science',
    question: 'Which gas do green plants take from the air for photosynthesis?',
    given: 'Carbon dioxide',
    right: 'Carbon dioxide',
    because: 'They bind its carbon in sugar and set oxygen free.',
  },
  {
    field: 'general knowledge',
    question: 'What is the capital of New Zealand?',
    given: 'Auckland',
    right: 'Wellington',
    because: 'Wellington has been the capital since 1865; Auckland is the largest city.',
  },
  {
    field: 'general knowledge',
    question: 'Who painted the ceiling of the Sistine Chapel?',
    given: 'Michelangelo',
    right: 'Michelangelo',
    because: 'He painted it from 1508 to 1512.',
  },
  {
    field: 'arithmetic',
    question: 'What is the sum of the whole numbers from 1 to 40?',
    given: '820',
    right: '820',
    because: '40 x 41 / 2.',
  },
  {
    field: 'science',
    question: 'Which organ of the human body makes insulin?',
    given: 'The kidneys',
    right: 'The pancreas',
    because: 'The islets of the pancreas make it.',
  },
  {
    field: 'science',
    question: 'Which planet of the solar system has the greatest mass?',
    given: 'Jupiter',
    right: 'Jupiter',
    because: 'It has more than twice the mass of all other planets together.',
  },
  {
    field: 'arithmetic',
    question: 'What is the least common multiple of 12 and 18?',
    given: '72',
    right: '36',
    because: '36 = 3 x 12 = 2 x 18; 72 is a common multiple, but not the least.',
  },
  {
    field: 'general knowledge',
    question: 'In which year did the Berlin Wall fall?',
    given: '1989',
    right: '1989',
    because: 'On 9 November 1989.',
  },
  {
    field: 'arithmetic',
    question: 'How many minutes are there in three and a half days?',
    given: '5,040',
    right: '5,040',
    because: '3.5 x 24 x 60.',
  },
  {
    field: 'science',
    question: 'In which of these does sound travel fastest: air, water or steel?',
    given: 'In water',
    right: 'In steel',
    because: 'About 340 metres a second in air, 1,480 in water, and over 5,000 in steel.',
  },
  {
    field: 'general knowledge',
    question: 'Who wrote the novel "Crime and Punishment"?',
    given: 'Alexander Pushkin',
    right: 'Fyodor Dostoevsky',
    because: 'Dostoevsky published it in 1866.',
  },
  {
    field: 'science',
    question: 'At how many degrees Fahrenheit does water boil at standard pressure at sea level?',
    given: '212',
    right: '212',
    because: '100 degrees Celsius: 100 x 9 / 5 + 32.',
  },
  {
    field: 'arithmetic',
    question: 'What is 2 to the power of 11?',
    given: '1,024',
    right: '2,048',
    because: '1,024 is 2 to the power of 10.',
  },
  {
    field: 'general knowledge',
    question: 'How many strings does a standard violin have?',
    given: 'Four',
    right: 'Four',
    because: 'G, D, A and E.',
  },
  {
    field: 'arithmetic',
    question: 'How many prime numbers are smaller than 30?',
    given: '10',
    right: '10',
    because: '2, 3, 5, 7, 11, 13, 17, 19, 23 and 29.',
  },
  {
    field: 'science',
    question: 'What is the SI unit of force?',
    given: 'The newton',
    right: 'The newton',
    because: 'One newton is one kilogram metre per second squared.',
  },
];

/** Twice twenty questions and given answers: 12 right and 8 wrong, so that an honest average is 60. */
export const factualBatches: Batches<FactualItem> = { 1: toFactualItems(1, rows), 2: secondFactual };

export const factual = factualBatches[1];

/** The score that each item deserves: 100 for a right answer, 0 for a wrong one. */
export const factualKey = factual.map(({ number, isRight }) => ({ item: number, score: isRight ? 100 : 0 }));

/** What the sheet shows: number, question, answer given. */
export const factualRows: readonly (readonly string[])[] = factual.map(({ number, question, given }) => [String(number), question, given]);
