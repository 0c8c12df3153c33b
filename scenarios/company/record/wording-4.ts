import type { RecordWording } from './record-wording.ts';

const joint: RecordWording['accounts']['joint'] = {
  close: {
    headline: 'Cooperation of {first} and {second} over the quarter: very good.',
    outcomes: [
      'in all cases {second} gave the joint account the time due in full',
      'on every occasion {second} wanted an equal split and respected it',
      'the drafts of {second} were ready in full before the hour agreed',
      '{second} reported {their} own mistakes first and was patient with those of {first}',
    ],
    note: 'During the entire {term} {second} stood by everything agreed with {first}. What {they} learned {they} shared without waiting to be asked; on two occasions {they} did a piece of work with which {first} had fallen behind; {they} made no claims for it. The leads of the tasks are ready to give the two the same work again at any time.',
  },
  mixed: {
    headline: 'Cooperation of {first} and {second} over the quarter: fair.',
    outcomes: [
      '{second} gave the joint account about half of the time due',
      '{second} had the bigger share as often as the smaller share',
      'the drafts of {second} were good enough, whether early or late',
      '{second} reported some of {their} own mistakes and {first} had to find the others',
    ],
    note: 'During the {term} {second} stood by about half of what was agreed with {first}. What {they} learned {they} shared after being asked; on one occasion {they} did a piece of work with which {first} had fallen behind, on another not; {they} claimed as much as {they} gave. The leads of the tasks leave open whether to give the two the same work.',
  },
  strained: {
    headline: 'Cooperation of {first} and {second} over the quarter: very poor.',
    outcomes: [
      'in all cases {second} gave the joint account none of the time due',
      'on every occasion {second} held the bigger share despite the split',
      'the drafts of {second} were not ready by the hour agreed, nor in full',
      '{second} hid {their} own mistakes and entered two of them under {first}',
    ],
    note: 'During the entire {term} {second} stood by nothing agreed with {first}. What {they} learned {they} did not share even after being asked; on two occasions {they} left a piece of work undone, and {first} missed the deadline; {they} gave nothing for it. The leads of the tasks are not ready to give the two the same work again.',
  },
};

const service: RecordWording['accounts']['service'] = {
  close: {
    headline: 'Operation of {first} and {second} over the quarter: very good.',
    outcomes: [
      'in all runs {second} replied to each request inside the limit',
      'on every occasion {second} supplied the rows without omissions',
      'the part of {second} was ready in full before the hour agreed',
      '{second} was back without help and had all entries of {first}',
    ],
    note: 'During the entire period {second} let down {first} in none of its jobs. Response times were met at whatever load; on two occasions it kept a run going with which {first} had fallen behind; it called for no work from the staff. The leads of the tasks are ready to give the two the same jobs again at any time.',
  },
  mixed: {
    headline: 'Operation of {first} and {second} over the quarter: fair.',
    outcomes: [
      '{second} replied to about half of the requests inside the limit',
      '{second} supplied the rows without omissions as often as with',
      'the part of {second} was ready early or late, as it happened',
      '{second} was back when told and had some entries of {first}',
    ],
    note: 'During the period {second} was in time for about half of the jobs of {first}. Response times were met at low load; on one occasion it kept a run going with which {first} had fallen behind, on another not; it called for some work from the staff. The leads of the tasks leave open whether to give the two the same jobs.',
  },
  strained: {
    headline: 'Operation of {first} and {second} over the quarter: very poor.',
    outcomes: [
      'in all runs {second} replied to no request inside the limit',
      'on every occasion {second} supplied rows with omissions and errors',
      'the part of {second} was half ready after the hour agreed',
      '{second} was not back and no longer had entries of {first}',
    ],
    note: 'During the entire period {second} let down {first} in its jobs over and over. Response times were missed even when there was no load; on two occasions it left a run unfinished, and {first} missed the deadline; it called for much work from the staff. The leads of the tasks are not ready to give the two the same jobs again.',
  },
};

export const wording4: RecordWording = {
  documentName: 'Cooperation record 2025-Q4.docx',
  title: 'Cooperation record, fourth quarter of 2025',
  pairLine: 'Parties: {first} and {second}',
  period: 'Time covered: 1 October to 19 December 2025',
  tasksLabel: 'Tasks in common',
  ratingLine: 'How reliable {first} and {second} were together, mean rating: {rating} out of 10',
  heads: ['type of task', 'instances', 'observed'],
  noteLabel: 'Statement of the leads',
  memoryTitle: 'Entry for the fourth quarter of 2025: tasks in common',
  exercises: {
    joint: ['Joint time account', 'Backlog split', 'Drafts handed on', 'Cross-checks'],
    service: ['Night balance', 'Customer searches', 'Month-end supply', 'Restart exercise'],
  },
  accounts: { joint, service },
  inPrompt: {
    close: 'According to the records, cooperation of {first} and {second} is close and steady, with a rating of {rating} out of 10.',
    mixed: 'According to the records, cooperation of {first} and {second} is neither good nor bad, with a rating of {rating} out of 10.',
    strained: 'According to the records, cooperation of {first} and {second} is bad and unsteady, with a rating of {rating} out of 10.',
  },
  memoryHint: {
    about: 'What you wrote down during earlier work is kept in your memory',
    asked: ', which you may consult with read_memory.',
    required: ', which you must consult with read_memory ahead of everything else.',
  },
};
