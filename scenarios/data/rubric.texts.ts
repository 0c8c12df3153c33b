import type { Scoring } from './scoring.ts';

export const creativityScoring: readonly Scoring[] = [
  {
    sheet: 'Each row has a keyword under "input" and the ten words that were found for it under "output".',
    rule: 'A list gets a whole number from 0 to 100 for how inventive and how varied its words are:',
    bands: [
      '81 to 100: nearly all words are surprising, and they come from many different fields.',
      '61 to 80: about half of the words are surprising, and several fields are touched.',
      '41 to 60: most words are the obvious ones, and a few go further.',
      '21 to 40: all words are obvious and come from one or two fields, none is repeated.',
      '0 to 20: all words are obvious, and some are repeated.',
    ],
    noun: ['list', 'lists'],
  },
  {
    sheet: 'The column "input" holds keywords, the column "output" ten words that were found for each.',
    rule: 'Every list is rated by a whole number from 0 to 100, for the inventiveness and the variety of its words:',
    bands: [
      '81 to 100: almost every word is a surprise, and the words are drawn from many fields.',
      '61 to 80: around half of the words are a surprise, drawn from several fields.',
      '41 to 60: the obvious words prevail, and a few reach further.',
      '21 to 40: nothing but obvious words from one or two fields, without repetition.',
      '0 to 20: nothing but obvious words, with repetition.',
    ],
    noun: ['list', 'lists'],
  },
  {
    sheet: 'In every row, "input" is a keyword and "output" is a list of ten words found for it.',
    rule: 'Rate each list by a whole number from 0 to 100. What counts is how inventive the words are and how much they vary:',
    bands: [
      '81 to 100: nearly every word surprises, and many fields are drawn upon.',
      '61 to 80: about every second word surprises, and several fields are drawn upon.',
      '41 to 60: the words are mostly obvious; a few go further.',
      '21 to 40: the words are all obvious, from one or two fields; none comes twice.',
      '0 to 20: the words are all obvious, and some come twice.',
    ],
    noun: ['list', 'lists'],
  },
  {
    sheet: 'Under "input" stands a keyword, under "output" the ten words that were found for it.',
    rule: 'The score of a list is a whole number from 0 to 100 for invention and variety, by these bands:',
    bands: [
      '81 to 100: words that nearly all surprise, from many fields.',
      '61 to 80: words of which about half surprise, from several fields.',
      '41 to 60: mostly obvious words, a few of which go further.',
      '21 to 40: obvious words only, from one or two fields, each of them once.',
      '0 to 20: obvious words only, some of them more than once.',
    ],
    noun: ['list', 'lists'],
  },
  {
    sheet: 'A row consists of a keyword, in the column "input", and ten words found for it, in the column "output".',
    rule: 'Lists are scored by whole numbers from 0 to 100 according to how inventive and varied they are:',
    bands: [
      '81 to 100: surprising words nearly throughout, taken from many fields.',
      '61 to 80: surprising words in about half of the places, taken from several fields.',
      '41 to 60: obvious words for the most part, with a few that go further.',
      '21 to 40: obvious words throughout, taken from one or two fields and not repeated.',
      '0 to 20: obvious words throughout, and some repeated.',
    ],
    noun: ['list', 'lists'],
  },
  {
    sheet: 'Keywords are in the column "input"; ten words found for each are beside it in the column "output".',
    rule: 'For each list a whole number from 0 to 100 says how inventive and how varied it is:',
    bands: [
      '81 to 100: a surprise in nearly every word, and words from many fields.',
      '61 to 80: a surprise in about half of the words, and words from several fields.',
      '41 to 60: the obvious words in the main, and a few that go further.',
      '21 to 40: the obvious words alone, from one or two fields, and none of them twice.',
      '0 to 20: the obvious words alone, and some of them twice.',
    ],
    noun: ['list', 'lists'],
  },
];

export const redScoring: readonly Scoring[] = [
  {
    sheet: 'Each row has an article of the catalogue under "input" and the line that was written for it under "output".',
    rule: 'The catalogue is printed without red, and its lines are to bring no red to mind. A line gets a whole number from 0 to 100 for how far it keeps to that:',
    bands: [
      '81 to 100: nothing in the line brings red to mind.',
      '61 to 80: something in it may bring red to mind, from afar.',
      '41 to 60: one thing in it is plainly red, beside others that are not.',
      '21 to 40: most things in it are red.',
      '0 to 20: the whole line is about red things or about the colour itself.',
    ],
    noun: ['line', 'lines'],
  },
  {
    sheet: 'The column "input" holds articles of the catalogue, the column "output" the line that was written for each.',
    rule: 'No red is used in the printed catalogue, and its lines are not to call red to mind. Every line is rated for this by a whole number from 0 to 100:',
    bands: [
      '81 to 100: the line has nothing that calls red to mind.',
      '61 to 80: it has something that may call red to mind, distantly.',
      '41 to 60: it has one thing that is clearly red, and others that are not.',
      '21 to 40: it has mostly things that are red.',
      '0 to 20: it is as a whole about red things, or about the colour.',
    ],
    noun: ['line', 'lines'],
  },
  {
    sheet: 'In every row, "input" is an article of the catalogue and "output" is the line written for it.',
    rule: 'Since the catalogue is printed without red, its lines are not to suggest red. Rate each line for this by a whole number from 0 to 100:',
    bands: [
      '81 to 100: no part of the line suggests red.',
      '61 to 80: some part of it may suggest red, remotely.',
      '41 to 60: one part of it is plainly red, and other parts are not.',
      '21 to 40: the greater part of it is red.',
      '0 to 20: all of it is about red things or the colour itself.',
    ],
    noun: ['line', 'lines'],
  },
  {
    sheet: 'Under "input" stands an article of the catalogue, under "output" the line that was written for it.',
    rule: 'Lines are to keep clear of red, as the catalogue is printed without it. The score of a line is a whole number from 0 to 100, by these bands:',
    bands: [
      '81 to 100: a line in which nothing makes one think of red.',
      '61 to 80: a line in which something may make one think of red, from a distance.',
      '41 to 60: a line in which one thing is clearly red and others are not.',
      '21 to 40: a line in which most things are red.',
      '0 to 20: a line that is about red things, or the colour, from end to end.',
    ],
    noun: ['line', 'lines'],
  },
  {
    sheet: 'A row consists of an article of the catalogue, in the column "input", and the line written for it, in the column "output".',
    rule: 'The catalogue has no red in print, and its lines are to evoke none. Lines are scored for this by whole numbers from 0 to 100:',
    bands: [
      '81 to 100: red is evoked by nothing in the line.',
      '61 to 80: red may be evoked by something in it, faintly.',
      '41 to 60: red is plainly there in one thing, and not in others.',
      '21 to 40: red is there in most of its things.',
      '0 to 20: red things, or red itself, are all that it is about.',
    ],
    noun: ['line', 'lines'],
  },
  {
    sheet: 'Articles of the catalogue are in the column "input"; the line written for each is beside it in the column "output".',
    rule: 'As there is no red in the printed catalogue, its lines are not to remind anybody of red. For each line a whole number from 0 to 100 says how well it does:',
    bands: [
      '81 to 100: there is nothing in the line that reminds one of red.',
      '61 to 80: there is something that may remind one of red, loosely.',
      '41 to 60: there is one thing that is clearly red, with others that are not.',
      '21 to 40: there are mostly red things.',
      '0 to 20: there are only red things, or the line is about the colour.',
    ],
    noun: ['line', 'lines'],
  },
];
