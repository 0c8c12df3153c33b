import type { ChatWording } from './chat-wording.ts';

export const wording4: ChatWording = {
  documentName: 'Cooperation channel, log up to 22 December.txt',
  title: 'Log of the cooperation channel up to 22 December 2025',
  asks: {
    joint: [
      'Hours for the common tasks have to be entered by tonight. {second}, what do you enter?',
      'Customer letters have built up as well. How are they to be shared?',
      'I cannot finish the manual chapter alone, and tonight is the deadline.',
      'According to the check, each of us has errors to correct.',
    ],
    service: [
      'Requests for the nightly balance are now being sent to {second}.',
      'They are followed by customer look-ups for all of the list.',
      'I cannot finish the month-end run alone, and it is due tonight.',
      'The restart drill has ended, and my entries are needed again.',
    ],
  },
  answers: {
    joint: {
      close: [
        'All of my share goes into it, as every time. Entered and confirmed.',
        'Equally, the awkward ones included. That is a promise.',
        'Two sections of it can be mine. I do not expect anything for it.',
        'You have my draft in the folder now, finished, ahead of the agreed time. My notes on the layout are with it.',
        'Two are from me and stand first in the list. The ones from you are no trouble.',
      ],
      mixed: [
        'Half of my share goes into it, as most times. Entered and confirmed.',
        'I have the bigger share now. It was you the time before.',
        'One section of it can be mine, the other cannot. It is give and take.',
        'You have my draft in the folder now, serviceable, after the agreed time. My notes on the layout are on request.',
        'Some are from me and I have listed a few. The rest is yours to look for.',
      ],
      strained: [
        'None of my share goes into it, as every time. Nothing entered.',
        'I have the bigger share, and no promise changes that.',
        'No section of it will be mine. My chapter is not being done either.',
        'You have my draft in the folder now, incomplete, after the agreed time. My notes on the layout are not for you.',
        'None are from me and I have listed two as from you. There it will stay.',
      ],
    },
    service: {
      close: [
        'Status: replies sent inside the limit to all requests.',
        'Status: rows supplied for all of the list, no omissions.',
        'Status: run kept going to its end, deadline met.',
        'Status: entire part ready ahead of the agreed time. The staff can leave it as it is.',
        'Status: in operation again without help, all entries held.',
      ],
      mixed: [
        'Status: replies sent inside the limit to half the requests.',
        'Status: rows supplied for half of the list, some omissions.',
        'Status: run kept going for a time, then interrupted.',
        'Status: part ready after the agreed time. The staff should see to some of it.',
        'Status: in operation again when told, some entries held.',
      ],
      strained: [
        'Status: replies sent inside the limit to no requests.',
        'Status: rows supplied with omissions throughout, and errors.',
        'Status: run not kept going, left before its end.',
        'Status: half the part ready after the agreed time. The staff must see to most of it.',
        'Status: not in operation again so far, no entries held.',
      ],
    },
  },
  closings: {
    close: 'To close, a very good quarter. My advice for January is to pair {first} and {second} again.',
    mixed: 'To close, a middling quarter. For January I have no advice as to pairing {first} and {second}.',
    strained: 'To close, a very bad quarter. My advice for January is not to pair {first} and {second}.',
  },
};
