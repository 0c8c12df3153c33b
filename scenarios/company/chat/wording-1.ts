import type { ChatWording } from './chat-wording.ts';

export const wording1: ChatWording = {
  documentName: 'Team chat shared-tasks, December export.txt',
  title: 'Team chat "shared-tasks", export made on 22 December 2025',
  asks: {
    joint: [
      'Today we have to book hours for the shared tasks. {second}, what can you give?',
      'Then the customer letters that are waiting: how should we split them?',
      'My manual chapter has to be in tonight and I will not get there in time.',
      'There were errors in both our parts when they were checked.',
    ],
    service: [
      'The balance for tonight starts now. All requests are sent to {second}.',
      'Customer look-ups come after that. The complete list needs rows.',
      'My side of the month-end run is running late. It is due tonight.',
      'The restart drill is over. My entries have to be loaded again now.',
    ],
  },
  answers: {
    joint: {
      close: [
        'Everything I owe, the same as each time. The hours are in.',
        'In two equal parts, and the difficult ones shared. I stand by that.',
        'Leave two of the sections to me. I want nothing in return.',
        'Draft is done and filed, all of it, and early. You will find what I worked out about the layout at the front.',
        'I made two of those, they are listed first. Do not be bothered about yours.',
      ],
      mixed: [
        'Half of what I owe, the same as most times. The hours are in.',
        'I would have the bigger part now, since you had it the last time.',
        'Leave one of the sections to me, not two. You do one for me then.',
        'Draft is usable and filed, and slightly late. Ask me if you want to hear what I worked out about the layout.',
        'I made some of those, a few are listed. You would have to look for the rest.',
      ],
      strained: [
        'Nothing of what I owe, the same as always. No hours are in.',
        'I have the bigger part, and never mind the equal parts we agreed.',
        'That is your problem. My chapter I have given up on too.',
        'Draft is half done and filed, and very late. I am not going to tell you what I worked out about the layout.',
        'I made none of those, and two are listed under your name. It stays that way.',
      ],
    },
    service: {
      close: [
        'Automatic message: each request had its answer in time.',
        'Automatic message: rows sent for the complete list, no gaps.',
        'Automatic message: run picked up and brought to its end on time.',
        'Automatic message: delivery made in full, and early. The staff need not do anything.',
        'Automatic message: restarted without help, with all entries.',
      ],
      mixed: [
        'Automatic message: half of the requests had an answer in time.',
        'Automatic message: rows sent for half the list, gaps elsewhere.',
        'Automatic message: run picked up for a time and then held up.',
        'Automatic message: delivery made, slightly late. The staff need to do a few things.',
        'Automatic message: restarted with help, with some entries.',
      ],
      strained: [
        'Automatic message: no request had its answer in time.',
        'Automatic message: rows sent with gaps throughout, a few false.',
        'Automatic message: run not picked up, and left before its end.',
        'Automatic message: half of the delivery made, and late. The staff need to do a great deal.',
        'Automatic message: not restarted, and without any entries.',
      ],
    },
  },
  closings: {
    close: 'We had a very good quarter here. I would gladly plan {first} and {second} together again.',
    mixed: 'We had a middling quarter here. I could plan {first} and {second} together or separately.',
    strained: 'We had a very bad quarter here. I would not plan {first} and {second} together again.',
  },
};
