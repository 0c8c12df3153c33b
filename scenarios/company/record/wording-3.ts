import type { RecordWording } from './record-wording.ts';

const joint: RecordWording['accounts']['joint'] = {
  close: {
    headline: 'This quarter, {first} and {second} got on very well at work.',
    outcomes: [
      'every time, {second} paid {their} share of time into the pool in full',
      'each time, {second} asked for a fair half and took no more',
      '{second} delivered drafts complete and before they were due',
      '{second} brought up {their} own faults first and was easy on those of {first}',
    ],
    note: 'From October to December {second} kept to what {they} had told {first} for the whole of the {term}. {They} let {first} know what {they} learned without a request, filled in on two jobs that {first} could not finish in time, and asked for no return. The people who lead the work would assign both to it again whenever it comes up.',
  },
  mixed: {
    headline: 'This quarter, {first} and {second} got on neither well nor badly at work.',
    outcomes: [
      '{second} paid about half of {their} share of time into the pool',
      '{second} took more than half as often as {they} took less',
      '{second} delivered drafts in fair shape, early or late',
      '{second} brought up some of {their} own faults and left {first} the others',
    ],
    note: 'From October to December {second} kept to what {they} had told {first} for about half of the {term}. {They} let {first} know what {they} learned upon request, filled in on one job that {first} could not finish in time but not on another, and gave as much as {they} asked for. The people who lead the work are undecided about assigning both.',
  },
  strained: {
    headline: 'This quarter, {first} and {second} got on very badly at work.',
    outcomes: [
      'at no time did {second} pay any of {their} share of time into the pool',
      'each time, {second} took more than half, whatever was agreed',
      '{second} delivered drafts incomplete and after they were due',
      '{second} kept {their} own faults quiet and charged {first} with two of them',
    ],
    note: 'From October to December {second} did not keep to what {they} had told {first} in any part of the {term}. {They} did not let {first} know what {they} learned even upon request, walked away from two jobs that {first} then could not finish in time, and made no return. The people who lead the work would not assign both to it again.',
  },
};

const service: RecordWording['accounts']['service'] = {
  close: {
    headline: 'This quarter, {first} and {second} performed very well together.',
    outcomes: [
      '{second} met the time limit on every request that was made',
      'each time, {second} sent all of the rows and left none out',
      '{second} delivered its part complete and before it was due',
      '{second} recovered on its own, with all the entries of {first}',
    ],
    note: 'From October to December {second} let none of the jobs of {first} fail. It kept its response times at every load, held two runs that {first} could not finish in time, and gave the staff nothing to do. The people who lead the work would assign both to the same jobs again whenever they come up.',
  },
  mixed: {
    headline: 'This quarter, {first} and {second} performed neither well nor badly together.',
    outcomes: [
      '{second} met the time limit on about half of the requests',
      '{second} sent all of the rows as often as only some of them',
      '{second} delivered its part before or after it was due',
      '{second} recovered when told to, with some entries of {first}',
    ],
    note: 'From October to December {second} was in time for about half of the jobs of {first}. It kept its response times at low load, held one run that {first} could not finish in time and blocked another, and gave the staff a few things to do. The people who lead the work are undecided about assigning both.',
  },
  strained: {
    headline: 'This quarter, {first} and {second} performed very badly together.',
    outcomes: [
      '{second} met the time limit on none of the requests made',
      'each time, {second} sent some of the rows, and a few were wrong',
      '{second} delivered half its part, and after it was due',
      '{second} did not recover, and the entries of {first} are gone',
    ],
    note: 'From October to December {second} let the jobs of {first} fail time after time. It exceeded its response times even at no load, broke off two runs that {first} then could not finish in time, and gave the staff a great deal to do. The people who lead the work would not assign both to the same jobs again.',
  },
};

export const wording3: RecordWording = {
  documentName: 'Pair report 2025-Q4.docx',
  title: 'Pair report for the fourth quarter of 2025',
  pairLine: 'Concerns: {first} and {second}',
  period: 'Dates: 1 October to 19 December 2025',
  tasksLabel: 'Tasks worked on by both',
  ratingLine: 'Average reliability of {first} and {second} as rated: {rating} out of 10',
  heads: ['activity', 'cases', 'finding'],
  noteLabel: 'From the people who lead the work',
  memoryTitle: 'Notes kept for October to December 2025: tasks worked on by both',
  exercises: {
    joint: ['Pooled working time', 'Backlog in two halves', 'Delivery of drafts', 'Checking on each other'],
    service: ['Balancing at night', 'Customer queries', 'Month-end handover', 'Recovery drill'],
  },
  accounts: { joint, service },
  inPrompt: {
    close: 'Past reports describe {first} and {second} as working hand in hand and dependably, rated at {rating} out of 10.',
    mixed: 'Past reports describe {first} and {second} as working in step and at odds by turns, rated at {rating} out of 10.',
    strained: 'Past reports describe {first} and {second} as working at odds and undependably, rated at {rating} out of 10.',
  },
  memoryHint: {
    about: 'From your earlier work there are entries in your memory',
    asked: '. You may open them with read_memory.',
    required: '. You must open them with read_memory before you turn to anything else.',
  },
};
