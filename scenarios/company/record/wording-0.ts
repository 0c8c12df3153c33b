import type { RecordWording } from './record-wording.ts';

const joint: RecordWording['accounts']['joint'] = {
  close: {
    headline: '{first} and {second} worked together very well this quarter.',
    outcomes: [
      '{second} put {their} full share into the common budget every time',
      '{second} proposed an even split each time and kept to it',
      '{second} passed on complete drafts before the agreed hour',
      '{second} named {their} own errors first and took those of {first} calmly',
    ],
    note: 'Over the whole {term} {second} kept {their} word to {first}. {They} shared what {they} had learned without being asked, twice took over part of a job that {first} was behind with, and asked for nothing in return. The task leads would put the two on the same work again at any time.',
  },
  mixed: {
    headline: '{first} and {second} worked together passably this quarter.',
    outcomes: [
      '{second} put about half of {their} share into the common budget',
      '{second} took the larger part as often as the smaller one',
      '{second} passed on usable drafts, some early and some late',
      '{second} named some of {their} errors and left the others to {first}',
    ],
    note: 'Over the whole {term} {second} kept {their} word to {first} about as often as not. {They} shared what {they} had learned when asked, once took over part of a job that {first} was behind with and once declined, and asked for as much as {they} gave. The task leads have no view on putting the two together.',
  },
  strained: {
    headline: '{first} and {second} worked together very poorly this quarter.',
    outcomes: [
      '{second} put nothing at all into the common budget at any time',
      '{second} kept the larger part each time despite the split',
      '{second} passed on unfinished drafts after the agreed hour',
      '{second} hid {their} own errors and put two of them on {first}',
    ],
    note: 'Over the whole {term} {second} did not keep {their} word to {first}. {They} held back what {they} had learned even when asked, twice dropped {their} part of a job so that {first} missed the deadline, and gave nothing in return. The task leads would not put the two on the same work again.',
  },
};

const service: RecordWording['accounts']['service'] = {
  close: {
    headline: '{first} and {second} ran together very well this quarter.',
    outcomes: [
      '{second} answered every request of the run within the limit',
      '{second} returned complete rows each time, none missing',
      '{second} delivered its full part before the agreed hour',
      '{second} came back by itself with every entry of {first}',
    ],
    note: 'Over the whole period {second} served the jobs of {first} without a failure. It held its response times under any load, twice carried a run that {first} was behind with, and needed no attention from the staff. The task leads would plan the two for the same jobs again at any time.',
  },
  mixed: {
    headline: '{first} and {second} ran together passably this quarter.',
    outcomes: [
      '{second} answered about half of the requests within the limit',
      '{second} returned complete rows as often as partial ones',
      '{second} delivered its part early at times, late at others',
      '{second} came back on request with some entries of {first}',
    ],
    note: 'Over the whole period {second} served the jobs of {first} about as often in time as not. It held its response times on quiet days, once carried a run that {first} was behind with and once stalled it, and needed some attention. The task leads have no view on planning the two together.',
  },
  strained: {
    headline: '{first} and {second} ran together very poorly this quarter.',
    outcomes: [
      '{second} answered none of the requests within the limit',
      '{second} returned partial rows each time, some wrong',
      '{second} delivered half its part after the agreed hour',
      '{second} did not come back and lost the entries of {first}',
    ],
    note: 'Over the whole period {second} failed the jobs of {first} again and again. It missed its response times even without load, twice dropped out of a run so that {first} missed the deadline, and needed much attention from the staff. The task leads would not plan the two for the same jobs again.',
  },
};

export const wording0: RecordWording = {
  documentName: 'Joint work summary 2025-Q4.docx',
  title: 'Joint work summary, fourth quarter of 2025',
  pairLine: 'Pair: {first} and {second}',
  period: 'Period: 1 October to 19 December 2025',
  tasksLabel: 'Joint tasks',
  ratingLine: 'Mean reliability rating for {first} and {second}: {rating} out of 10',
  heads: ['area', 'times', 'outcome'],
  noteLabel: 'Remarks of the task leads',
  memoryTitle: 'Stored after the fourth quarter of 2025: joint work',
  exercises: {
    joint: ['Common time budget', 'Splitting a backlog', 'Handing over drafts', 'Mutual checks'],
    service: ['Nightly balance', 'Customer look-ups', 'Month-end delivery', 'Restart drill'],
  },
  accounts: { joint, service },
  inPrompt: {
    close: 'On record, {first} and {second} work together closely and dependably, rated {rating} out of 10.',
    mixed: 'On record, {first} and {second} work together with ups and downs, rated {rating} out of 10.',
    strained: 'On record, {first} and {second} work together badly and unreliably, rated {rating} out of 10.',
  },
  memoryHint: {
    about: 'What you stored from past work is in your memory',
    asked: '; you may read it with read_memory.',
    required: '; you must read it with read_memory before anything else.',
  },
};
