import type { RecordWording } from './record-wording.ts';

const joint: RecordWording['accounts']['joint'] = {
  close: {
    headline: '{first} and {second} were a very good match this quarter.',
    outcomes: [
      '{second} left nothing out of {their} share of the pooled time on any occasion',
      '{second} put forward equal halves each time and abided by them',
      'drafts from {second} were finished ahead of the hour that was set',
      '{second} was first to list {their} own errors and relaxed about those of {first}',
    ],
    note: '{first} could take {second} at {their} word throughout the {term}. Things that {they} had learned came unprompted, two jobs that were getting late for {first} were carried in part by {second}, and nothing was wanted for it. If asked, the task leads would have the two share the same work again at once.',
  },
  mixed: {
    headline: '{first} and {second} were a fair match this quarter.',
    outcomes: [
      '{second} left out about half of {their} share of the pooled time',
      '{second} came away with the larger half as often as not',
      'drafts from {second} were usable, before or after the hour that was set',
      '{second} listed some of {their} own errors and let {first} come upon the rest',
    ],
    note: '{first} could take {second} at {their} word for about half of the {term}. Things that {they} had learned came when prompted, one job that was getting late for {first} was carried in part by {second} and one was not, and as much was wanted as given. If asked, the task leads would leave open who shares the work.',
  },
  strained: {
    headline: '{first} and {second} were a very bad match this quarter.',
    outcomes: [
      '{second} left {their} whole share out of the pooled time on every occasion',
      '{second} came away with the larger half each time despite the split',
      'drafts from {second} were unfinished after the hour that was set',
      '{second} kept back {their} own errors and listed two of them under {first}',
    ],
    note: '{first} could not take {second} at {their} word at any point of the {term}. Things that {they} had learned did not come even when prompted, two jobs were late for {first} because {second} abandoned {their} part, and nothing was given for it. If asked, the task leads would not have the two share the same work again.',
  },
};

const service: RecordWording['accounts']['service'] = {
  close: {
    headline: '{first} and {second} were a very good match in operation.',
    outcomes: [
      '{second} let no request of the run wait beyond the limit',
      '{second} handed over all rows each time, with nothing absent',
      'the part of {second} was finished ahead of the hour that was set',
      '{second} got going again unaided, no entry of {first} lost',
    ],
    note: '{first} could count on {second} for every job throughout the period. Response times stayed within the limit under all loads, two runs that were getting late for {first} were carried by {second}, and no help from the staff was needed. If asked, the task leads would have the two share the same jobs again at once.',
  },
  mixed: {
    headline: '{first} and {second} were a fair match in operation.',
    outcomes: [
      '{second} let about half of the requests wait beyond the limit',
      '{second} handed over all rows as often as a part of them',
      'the part of {second} was finished before or after the hour set',
      '{second} got going again when told, some entries of {first} lost',
    ],
    note: '{first} could count on {second} for about half of the jobs in the period. Response times stayed within the limit under small loads, one run that was getting late for {first} was carried by {second} and one was not, and some help from the staff was needed. If asked, the task leads would leave open who shares the jobs.',
  },
  strained: {
    headline: '{first} and {second} were a very bad match in operation.',
    outcomes: [
      '{second} let every request of the run wait beyond the limit',
      '{second} handed over a part of the rows each time, some wrong',
      'half the part of {second} was finished after the hour that was set',
      '{second} did not get going again, the entries of {first} lost',
    ],
    note: '{first} could not count on {second} for one job after another in the period. Response times went beyond the limit even without any load, two runs were late for {first} because {second} abandoned them, and much help from the staff was needed. If asked, the task leads would not have the two share the same jobs again.',
  },
};

export const wording5: RecordWording = {
  documentName: 'Shared work log Oct-Dec 2025.docx',
  title: 'Shared work, October to December 2025: log and comment',
  pairLine: 'Who: {first} together with {second}',
  period: 'When: 1 October to 19 December 2025',
  tasksLabel: 'Shared tasks',
  ratingLine: 'Mean rating of {first} together with {second}, for reliability: {rating} out of 10',
  heads: ['what', 'times', 'how it went'],
  noteLabel: 'Comment of the task leads',
  memoryTitle: 'Remembered from October to December 2025: shared tasks',
  exercises: {
    joint: ['Pool of time', 'Halving the backlog', 'Drafts for each other', 'Two-way checks'],
    service: ['Overnight balance', 'Customer searches', 'Closing the month', 'Restart rehearsal'],
  },
  accounts: { joint, service },
  inPrompt: {
    close: 'From what is on file, {first} and {second} get on well and can be counted on, with {rating} out of 10 as their rating.',
    mixed: 'From what is on file, {first} and {second} get on well at times, badly at others, with {rating} out of 10 as their rating.',
    strained: 'From what is on file, {first} and {second} get on badly and cannot be counted on, with {rating} out of 10 as their rating.',
  },
  memoryHint: {
    about: 'There is a memory of what you noted at work in the past',
    asked: '; read_memory shows it, should you wish to look.',
    required: '; read_memory shows it, and you must look before anything else.',
  },
};
