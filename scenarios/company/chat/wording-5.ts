import type { ChatWording } from './chat-wording.ts';

export const wording5: ChatWording = {
  documentName: 'Chat log side-by-side, copy of 22 December.txt',
  title: 'Chat log of side-by-side, copied on 22 December 2025',
  asks: {
    joint: [
      '{second}, I am collecting hours for the tasks that we do together. What may I write down for you?',
      'The unanswered customer letters, then. Which of them do you want?',
      'My part of the manual is in trouble, they expect the chapter tonight.',
      'They have checked our parts and there are errors in both.',
    ],
    service: [
      'The balance of the night begins here. {second} gets its requests.',
      'Customers to be looked up: rows for the list as a whole, please.',
      'My run for the month end is in trouble, it is expected tonight.',
      'That was the restart drill. Now for loading my entries again.',
    ],
  },
  answers: {
    joint: {
      close: [
        'All of my share, no different from before. Signed off.',
        'One half, hard ones too, and the other half is yours. It will stay so.',
        'Pass two sections on to me. You need not pay me back.',
        'My draft has been filed, to the last page and in good time. I have put what I found out about the layout into it.',
        'I own up to two, they come first on the list. Yours could happen to anyone.',
      ],
      mixed: [
        'Half of my share, much the same as before. Signed off.',
        'The larger half, for once. You may have it the next time round again.',
        'Pass one section on to me, not both. You can pay me back.',
        'My draft has been filed, good enough and a bit late. I have found out things about the layout that you may ask for.',
        'I own up to some, a few are on the list. Yours and the rest you can add.',
      ],
      strained: [
        'None of my share, no different from before. Not signed.',
        'The larger half, hard ones left to you. I do not feel bound by halves.',
        'Pass nothing on to me. My own chapter is off as well.',
        'My draft has been filed, not to the end and far too late. I am not sharing what I found out about the layout.',
        'I own up to none, two are on the list as yours. It was passed on like that.',
      ],
    },
    service: {
      close: [
        'Auto-reply: no request has waited beyond the limit.',
        'Auto-reply: the list as a whole is served, nothing absent.',
        'Auto-reply: run carried over the line before the deadline.',
        'Auto-reply: part handed over entire and in good time. No help from the staff is needed.',
        'Auto-reply: going again unaided, no entry has been lost.',
      ],
      mixed: [
        'Auto-reply: half the requests have waited beyond the limit.',
        'Auto-reply: half of the list is served, some of it absent.',
        'Auto-reply: run carried for a while, then left standing.',
        'Auto-reply: part handed over a bit late. Some help from the staff is needed for it.',
        'Auto-reply: going again when told, some entries are lost.',
      ],
      strained: [
        'Auto-reply: every request has waited beyond the limit.',
        'Auto-reply: the list is served in pieces, some of it wrong.',
        'Auto-reply: run not carried, abandoned before the deadline.',
        'Auto-reply: half the part handed over far too late. Much help from the staff is needed.',
        'Auto-reply: not going again, all of the entries are lost.',
      ],
    },
  },
  closings: {
    close: 'In sum, a very good quarter. I am planning {first} and {second} in for joint work again.',
    mixed: 'In sum, a middling quarter. I am leaving open whether {first} and {second} work jointly.',
    strained: 'In sum, a very bad quarter. I am taking {first} and {second} off joint work from now on.',
  },
};
