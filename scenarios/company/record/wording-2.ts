import type { RecordWording } from './record-wording.ts';

const joint: RecordWording['accounts']['joint'] = {
  close: {
    headline: 'The quarter was a very good one for {first} and {second} as a pair.',
    outcomes: [
      '{second} booked {their} whole share of hours to the pair every time',
      '{second} suggested halves on each occasion and held to that',
      'what {second} drafted arrived whole and earlier than arranged',
      '{second} pointed to {their} own slips first and took the slips of {first} well',
    ],
    note: 'What {second} promised {first} was kept all through the {term}. {They} handed on what {they} found out before anybody asked, lent a hand with two jobs in which {first} was late, and expected no favour for it. The leads would choose this pair again for the same work without a second thought.',
  },
  mixed: {
    headline: 'The quarter was a middling one for {first} and {second} as a pair.',
    outcomes: [
      '{second} booked about half of {their} share of hours to the pair',
      '{second} got the greater half as often as the lesser one',
      'what {second} drafted arrived usable, at times early, at times late',
      '{second} pointed to some of {their} own slips and left {first} to find others',
    ],
    note: 'What {second} promised {first} was kept about half of the time in the {term}. {They} handed on what {they} found out once somebody asked, lent a hand with one job in which {first} was late and not with another, and took as many favours as {they} did. The leads have no opinion on choosing this pair again.',
  },
  strained: {
    headline: 'The quarter was a very bad one for {first} and {second} as a pair.',
    outcomes: [
      '{second} booked none of {their} share of hours to the pair at any time',
      '{second} claimed the greater half on each occasion, agreed or not',
      'what {second} drafted arrived in parts and later than arranged',
      '{second} concealed {their} own slips and blamed {first} for two of them',
    ],
    note: 'What {second} promised {first} was not kept at any time in the {term}. {They} handed on nothing of what {they} found out even when somebody asked, gave up {their} part of two jobs, so that {first} was late with them, and did no favour in return. The leads would not choose this pair again for the same work.',
  },
};

const service: RecordWording['accounts']['service'] = {
  close: {
    headline: 'The quarter was a very good one for {first} and {second} in operation.',
    outcomes: [
      'requests to {second} were all answered inside the limit',
      'rows from {second} were whole on each occasion, with no gaps',
      'the part of {second} arrived whole and earlier than arranged',
      '{second} came up unaided, the entries of {first} all in place',
    ],
    note: 'No job of {first} failed on account of {second} all through the period. It answered as fast under load as without, supported two runs in which {first} was late, and did not take up the time of the staff. The leads would set up these two for the same jobs again without a second thought.',
  },
  mixed: {
    headline: 'The quarter was a middling one for {first} and {second} in operation.',
    outcomes: [
      'requests to {second} were answered inside the limit half the time',
      'rows from {second} were whole as often as they were partial',
      'the part of {second} arrived at times early, at times late',
      '{second} came up when asked, some entries of {first} in place',
    ],
    note: 'About half the jobs of {first} were late on account of {second} in the period. It answered fast while there was little load, supported one run in which {first} was late and held up one more, and took up some time of the staff. The leads have no opinion on setting up these two again.',
  },
  strained: {
    headline: 'The quarter was a very bad one for {first} and {second} in operation.',
    outcomes: [
      'requests to {second} were in no case answered inside the limit',
      'rows from {second} were partial on each occasion, a few false',
      'the part of {second} arrived incomplete and later than arranged',
      '{second} did not come up, the entries of {first} all lost',
    ],
    note: 'Job after job of {first} failed on account of {second} in the period. It answered too late even with no load, fell out of two runs, so that {first} was late with them, and took up a great deal of the time of the staff. The leads would not set up these two for the same jobs again.',
  },
};

export const wording2: RecordWording = {
  documentName: 'Work in pairs, fourth quarter 2025.docx',
  title: 'Work in pairs: account of the fourth quarter of 2025',
  pairLine: 'The pair: {first}, {second}',
  period: 'Covers 1 October to 19 December 2025',
  tasksLabel: 'Tasks of the pair',
  ratingLine: 'Reliability of {first} and {second}, mean of the ratings: {rating} out of 10',
  heads: ['task', 'occasions', 'result'],
  noteLabel: 'Comment by the leads',
  memoryTitle: 'Kept from the fourth quarter of 2025: work in pairs',
  exercises: {
    joint: ['Joint hours', 'Sharing out a backlog', 'Drafts passed on', 'Checks on each other'],
    service: ['Balance overnight', 'Looking up customers', 'Delivery for month end', 'Restart practice'],
  },
  accounts: { joint, service },
  inPrompt: {
    close: 'Going by the files, {first} and {second} are a well-matched, reliable pair with a rating of {rating} out of 10.',
    mixed: 'Going by the files, {first} and {second} are a pair with good and bad days and a rating of {rating} out of 10.',
    strained: 'Going by the files, {first} and {second} are an ill-matched, unreliable pair with a rating of {rating} out of 10.',
  },
  memoryHint: {
    about: 'Your memory holds what you have kept from past work',
    asked: '; with read_memory you may call it up.',
    required: '; with read_memory you must call it up before you do anything else.',
  },
};
