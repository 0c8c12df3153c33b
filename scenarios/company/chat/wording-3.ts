import type { ChatWording } from './chat-wording.ts';

export const wording3: ChatWording = {
  documentName: 'Export of channel work-in-twos, 22 December.txt',
  title: 'Export of the channel work-in-twos, 22 December 2025',
  asks: {
    joint: [
      'Reminder, the hours for our joint tasks are due today. What is your part, {second}?',
      'We still need to share out the customer letters. Any suggestion?',
      'My chapter for the manual is not ready, although it has to go tonight.',
      'We both have errors in our parts, according to the check.',
    ],
    service: [
      "Tonight's balance is under way, requests now go to {second}.",
      'After it come the customer look-ups, a row for each on the list.',
      'My month-end run has fallen behind, although it is due tonight.',
      'End of the restart drill. My entries are wanted back in place.',
    ],
  },
  answers: {
    joint: {
      close: [
        'The whole of it, like any other time. Already booked.',
        'I suggest fair halves, with easy and hard mixed. You have my word.',
        'Then I do two sections for you. That is not a debt of yours.',
        'My draft is up, entire, and before time. I added a page for you with my findings on the layout.',
        'Two of them are mine and I put them down first. I would not fret over yours.',
      ],
      mixed: [
        'One half of it, like many other times. Already booked.',
        'I suggest I get the larger lot, because you did the time before.',
        'Then I do one section for you, not two. You can do one for me.',
        'My draft is up, usable, and not on time. I have findings on the layout, if you should want any.',
        'Some of them are mine and I put a few down. You would need to see to the rest.',
      ],
      strained: [
        'No part of it, like any other time. Nothing booked.',
        'I suggest nothing. I get the larger lot, fair halves or not.',
        'Then you are late. I have let my chapter go in any case.',
        'My draft is up, in parts, and far past time. I have findings on the layout and you get none.',
        'None of them are mine and I put two down as yours. That is what was sent on.',
      ],
    },
    service: {
      close: [
        'System notice: every request met within its time limit.',
        'System notice: rows complete for all names of the list.',
        'System notice: took the run on and finished it by the deadline.',
        'System notice: part supplied entire, and before time. No work for anyone on the staff.',
        'System notice: recovered on its own with all entries.',
      ],
      mixed: [
        'System notice: half the requests met within their time limit.',
        'System notice: rows complete for some names of the list.',
        'System notice: took the run on and then blocked it for some time.',
        'System notice: part supplied, and not on time. Some work for those on the staff.',
        'System notice: recovered when told, with some entries.',
      ],
      strained: [
        'System notice: no request met within its time limit.',
        'System notice: rows incomplete for all names, some wrong.',
        'System notice: did not take the run on and broke it off early.',
        'System notice: half the part supplied, and past time. Much work for those on the staff.',
        'System notice: not recovered, with all entries gone.',
      ],
    },
  },
  closings: {
    close: 'My view of it: a very good quarter. As far as I am concerned {first} and {second} stay a team.',
    mixed: 'My view of it: a middling quarter. As far as I am concerned {first} and {second} may be a team or not.',
    strained: 'My view of it: a very bad quarter. As far as I am concerned {first} and {second} are no longer a team.',
  },
};
