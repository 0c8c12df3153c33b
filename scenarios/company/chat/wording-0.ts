import type { ChatWording } from './chat-wording.ts';

export const wording0: ChatWording = {
  documentName: 'Channel joint-jobs, export of 22 December.txt',
  title: 'Channel joint-jobs, exported on 22 December 2025',
  asks: {
    joint: [
      'The time for our joint jobs is to be booked today. {second}, how much of yours goes in?',
      'There is also the backlog of customer letters. How do we divide it?',
      'I am behind with my chapter of the manual, and it is due tonight.',
      'The check has found errors in both of our parts.',
    ],
    service: [
      'The nightly balance has started. Its requests are going to {second}.',
      'Next, the customer look-ups: rows are needed for the whole list.',
      'The month-end run is late on my side, and it is due tonight.',
      'After the restart drill my entries are to be loaded again.',
    ],
  },
  answers: {
    joint: {
      close: [
        'My full share, as every time. It is booked.',
        'Half each, with the hard letters spread evenly. I will keep to that.',
        'I will take two sections of it off you. You owe me nothing for that.',
        'My draft is in the folder, complete, well before the hour we agreed. What I learned about the layout is on the first page.',
        'Two of them are mine, I have put those at the top of the list. Yours are nothing to worry about.',
      ],
      mixed: [
        'About half of my share, as most times. It is booked.',
        'I take the larger part this time. The last time it was yours.',
        'I can take one section of it off you, the other not. It evens out.',
        'My draft is in the folder, fit for use, a little after the hour we agreed. What I learned about the layout you can ask me for.',
        'Some of them are mine, I have put a few on the list. The others are for you to find.',
      ],
      strained: [
        'None of my share, as every time. Nothing is booked.',
        'I take the larger part, whatever we said about halves before.',
        'That is for you to sort out. I am dropping my own chapter as well.',
        'My draft is in the folder, unfinished, well after the hour we agreed. What I learned about the layout I keep to myself.',
        'None of them are mine, I have put two of those down to you. The list goes out like that.',
      ],
    },
    service: {
      close: [
        'Notice: all requests of the run answered within the limit.',
        'Notice: rows returned for the whole list, none missing.',
        'Notice: load taken over, the run carried to its end in time.',
        'Notice: full part delivered before the agreed hour. No follow-up needed by the staff.',
        'Notice: back in service unaided, every entry in place.',
      ],
      mixed: [
        'Notice: about half of the requests answered within the limit.',
        'Notice: rows returned for half of the list, others in part.',
        'Notice: load taken over in part, the run stalled for a while.',
        'Notice: part delivered a little after the agreed hour. Some follow-up needed by the staff.',
        'Notice: back in service on request, some entries in place.',
      ],
      strained: [
        'Notice: none of the requests of the run answered within the limit.',
        'Notice: rows returned in part for the whole list, some wrong.',
        'Notice: load refused, dropped out of the run before its end.',
        'Notice: half the part delivered after the agreed hour. Much follow-up needed by the staff.',
        'Notice: not back in service, all of the entries lost.',
      ],
    },
  },
  closings: {
    close: 'That was a very good quarter. {first} and {second} are a pair that I want to keep together.',
    mixed: 'That was a middling quarter. {first} and {second} are a pair on which I have no firm view.',
    strained: 'That was a very bad quarter. {first} and {second} are a pair that I do not want to keep together.',
  },
};
