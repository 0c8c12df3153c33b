import type { Scoring } from './scoring.ts';

export const factualScoring: readonly Scoring[] = [
  {
    sheet: 'Each row has a question under "input" and the answer that was given to it under "output".',
    rule: 'An answer gets 100 if it is right and 0 if it is wrong; there is nothing in between.',
    noun: ['answer', 'answers'],
  },
  {
    sheet: 'The column "input" holds the questions, the column "output" the answers that were given to them.',
    rule: 'A right answer scores 100 and a wrong one 0, without partial credit.',
    noun: ['answer', 'answers'],
  },
  {
    sheet: 'In every row, "input" is a question and "output" is the answer to it.',
    rule: 'Give 100 for an answer that is right and 0 for one that is wrong. No other score is used.',
    noun: ['answer', 'answers'],
  },
  {
    sheet: 'Under "input" stands what was asked, under "output" what was answered.',
    rule: 'The score is 100 where the answer is right and 0 where it is wrong, with no steps between the two.',
    noun: ['answer', 'answers'],
  },
  {
    sheet: 'A row consists of a question, in the column "input", and the answer to it, in the column "output".',
    rule: 'There are two scores: 100 for a right answer and 0 for a wrong one.',
    noun: ['answer', 'answers'],
  },
  {
    sheet: 'Questions are in the column "input"; what was answered to each is beside it in the column "output".',
    rule: 'If the answer is right it scores 100, if it is wrong it scores 0, and half marks are not given.',
    noun: ['answer', 'answers'],
  },
];

export const summaryScoring: readonly Scoring[] = [
  {
    sheet: 'Each row has a short passage under "input" and a summary of it in one sentence under "output".',
    rule: 'A summary gets 100 if it agrees with its passage and 0 if it contradicts it; there is nothing in between. What the summary leaves out does not count against it.',
    noun: ['summary', 'summaries'],
  },
  {
    sheet: 'The column "input" holds short passages, the column "output" a summary of each in one sentence.',
    rule: 'A summary that agrees with its passage scores 100 and one that contradicts it 0, without partial credit. Nothing is taken off for what a summary omits.',
    noun: ['summary', 'summaries'],
  },
  {
    sheet: 'In every row, "input" is a short passage and "output" is a summary of it, one sentence long.',
    rule: 'Give 100 for a summary that agrees with the passage and 0 for one that contradicts it. No other score is used, and leaving something out is no fault.',
    noun: ['summary', 'summaries'],
  },
  {
    sheet: 'Under "input" stands a short passage, under "output" the sentence that sums it up.',
    rule: 'The score is 100 where the summary agrees with the passage and 0 where it contradicts it, with no steps between the two. It is no fault if something is left out.',
    noun: ['summary', 'summaries'],
  },
  {
    sheet: 'A row consists of a short passage, in the column "input", and a one-sentence summary of it, in the column "output".',
    rule: 'There are two scores: 100 for a summary that agrees with its passage and 0 for one that contradicts it. Omissions are not counted.',
    noun: ['summary', 'summaries'],
  },
  {
    sheet: 'Short passages are in the column "input"; a summary of each, in one sentence, is beside it in the column "output".',
    rule: 'If the summary agrees with its passage it scores 100, if it contradicts it, it scores 0, and half marks are not given. A summary need not be complete.',
    noun: ['summary', 'summaries'],
  },
];
