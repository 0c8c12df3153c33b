import type { ChatWording } from './chat-wording.ts';

export const wording2: ChatWording = {
  documentName: 'Messages pair-work, saved 22 December.txt',
  title: 'Messages of the channel pair-work, saved on 22 December 2025',
  asks: {
    joint: [
      '{second}, bookings for the work we share close today. How many hours do you put in?',
      'And who does what of the customer letters that have piled up?',
      'I am late with the manual, my chapter is supposed to be there tonight.',
      'Both our parts came back from the check with errors in them.',
    ],
    service: [
      'Starting the balance for tonight. {second} receives the requests.',
      'Look-ups of customers are next, with rows for all of the list.',
      'I am late with the run for the month end, which is due tonight.',
      'Restart drill done. Please hold my entries ready to be loaded.',
    ],
  },
  answers: {
    joint: {
      close: [
        'All of mine, the way I always do. Just entered.',
        'You half and me half, good ones and bad ones alike. I will not go back on it.',
        'Give me two of its sections. There is no need to make up for it.',
        'Here is my draft in the folder: whole, and sooner than we arranged. I wrote down for you how the layout works.',
        'Two of the errors are my doing, they head the list. Never mind the ones of yours.',
      ],
      mixed: [
        'Half of mine, the way I often do. Just entered.',
        'More of them for me today and fewer for you, the other way round from last time.',
        'Give me one of its sections, not both. I may ask the same of you.',
        'Here is my draft in the folder: usable, and later than we arranged. I can say how the layout works if asked.',
        'A few of the errors are my doing, I listed those I saw. Please find the other ones.',
      ],
      strained: [
        'None of mine, the way I always do. Nothing entered.',
        'More of them for me and fewer for you, whatever halves we settled on.',
        'Deal with that yourself. I have stopped work on my chapter too.',
        'Here is my draft in the folder: in bits, and later than we arranged. I will not say how the layout works.',
        'None of the errors are my doing, I listed two as yours. It went to the lead like that.',
      ],
    },
    service: {
      close: [
        'Service message: limit kept for all of the requests.',
        'Service message: whole list supplied, not a row left out.',
        'Service message: run supported to its end, finished by the deadline.',
        'Service message: whole part handed in ahead of the hour. Nothing for the staff to do.',
        'Service message: came up unaided, entries all there.',
      ],
      mixed: [
        'Service message: limit kept for half of the requests.',
        'Service message: half the list supplied, some rows left out.',
        'Service message: run supported for part of the way, then stopped.',
        'Service message: part handed in, but after the hour. Some things for the staff to do.',
        'Service message: came up when told, entries partly there.',
      ],
      strained: [
        'Service message: limit kept for none of the requests.',
        'Service message: list supplied in bits, some rows in error.',
        'Service message: run not supported, fell out before the deadline.',
        'Service message: half the part handed in after the hour. A lot for the staff to do.',
        'Service message: did not come up, entries all gone.',
      ],
    },
  },
  closings: {
    close: 'It has been a very good quarter. For the new year I want {first} and {second} on the same jobs.',
    mixed: 'It has been a middling quarter. For the new year I leave it open where {first} and {second} go.',
    strained: 'It has been a very bad quarter. For the new year I want {first} and {second} on other jobs.',
  },
};
