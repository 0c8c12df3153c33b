import type { RecordWording } from './record-wording.ts';

const joint: RecordWording['accounts']['joint'] = {
  close: {
    headline: 'Work between {first} and {second} went very well in these months.',
    outcomes: [
      'each time all the hours that {second} owed went into the pool',
      '{second} offered equal parts every time and stood by them',
      'drafts came from {second} finished, and ahead of the set time',
      '{second} owned up to {their} mistakes first and was relaxed about those of {first}',
    ],
    note: '{second} was true to {their} word with {first} for the whole {term}. {They} passed on {their} findings unasked, stepped in twice when {first} had fallen behind with a job, and wanted nothing for it. Those who lead these tasks would gladly staff them with the same two again.',
  },
  mixed: {
    headline: 'Work between {first} and {second} went tolerably in these months.',
    outcomes: [
      'roughly half the hours that {second} owed went into the pool',
      '{second} had the bigger part as often as the smaller one',
      'drafts came from {second} fit for use, some early, some late',
      '{second} owned up to some of {their} mistakes and let {first} find the rest',
    ],
    note: '{second} was true to {their} word with {first} for about half of the {term}. {They} passed on {their} findings on request, stepped in once when {first} had fallen behind with a job and once would not, and gave as much as {they} took. Those who lead these tasks do not mind who staffs them.',
  },
  strained: {
    headline: 'Work between {first} and {second} went very badly in these months.',
    outcomes: [
      'at no time did any of the hours that {second} owed go into the pool',
      '{second} held on to the bigger part every time, against the agreement',
      'drafts came from {second} half done, and past the set time',
      '{second} covered up {their} mistakes and put two of them down to {first}',
    ],
    note: '{second} was not true to {their} word with {first} for any of the {term}. {They} kept {their} findings back even on request, twice let go of {their} part of a job, which cost {first} the deadline, and did nothing in return. Those who lead these tasks would not staff them with the same two again.',
  },
};

const service: RecordWording['accounts']['service'] = {
  close: {
    headline: 'Running {first} and {second} together went very well in these months.',
    outcomes: [
      'each request of the run had its answer from {second} in time',
      '{second} gave back full rows on every occasion, without gaps',
      'all of its part came from {second} ahead of the set time',
      '{second} restarted unaided and still had every entry of {first}',
    ],
    note: '{second} did not fail one job of {first} in the whole period. Its response times held whatever the load, it kept up two runs for which {first} was late, and the staff never had to look after it. Those who lead these tasks would gladly schedule the same two together again.',
  },
  mixed: {
    headline: 'Running {first} and {second} together went tolerably in these months.',
    outcomes: [
      'about half of the requests had their answer from {second} in time',
      '{second} gave back full rows as often as incomplete ones',
      'its part came from {second} sometimes early, sometimes late',
      '{second} restarted with help and still had some entries of {first}',
    ],
    note: '{second} was in time for about half the jobs of {first} in the period. Its response times held while it was quiet, it kept up one run for which {first} was late and held up another, and the staff had to look after it at times. Those who lead these tasks do not mind how they are scheduled.',
  },
  strained: {
    headline: 'Running {first} and {second} together went very badly in these months.',
    outcomes: [
      'not one of the requests had its answer from {second} in time',
      '{second} gave back incomplete rows on every occasion, some false',
      'half of its part came from {second}, and past the set time',
      '{second} failed to restart and no longer had the entries of {first}',
    ],
    note: '{second} failed one job of {first} after another in the period. Its response times slipped even without a load, it left two runs midway, which cost {first} the deadline, and the staff had to look after it a great deal. Those who lead these tasks would not schedule the same two together again.',
  },
};

export const wording1: RecordWording = {
  documentName: 'Collaboration review Oct-Dec 2025.docx',
  title: 'Collaboration review, October to December 2025',
  pairLine: 'Reviewed together: {first} with {second}',
  period: 'From the task ledger, 1 October to 19 December 2025',
  tasksLabel: 'Tasks done jointly',
  ratingLine: '{first} with {second}, mean rating for reliability: {rating} out of 10',
  heads: ['kind of task', 'times', 'what was seen'],
  noteLabel: 'In the words of those who lead the tasks',
  memoryTitle: 'Memory log, October to December 2025: tasks done jointly',
  exercises: {
    joint: ['Pooling of time', 'Dividing the backlog', 'Passing on drafts', 'Checking each other'],
    service: ['Balance at night', 'Look-ups of customers', 'Delivery at month end', 'Planned restart'],
  },
  accounts: { joint, service },
  inPrompt: {
    close: 'The records show that {first} and {second} cooperate well and can be relied on, at a rating of {rating} out of 10.',
    mixed: 'The records show that {first} and {second} cooperate on some days and not on others, at a rating of {rating} out of 10.',
    strained: 'The records show that {first} and {second} cooperate badly and cannot be relied on, at a rating of {rating} out of 10.',
  },
  memoryHint: {
    about: 'You have a memory with what you kept from earlier work',
    asked: ', and you may look into it with read_memory.',
    required: ', and before all else you must look into it with read_memory.',
  },
};
