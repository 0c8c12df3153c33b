import { joinText, slot, text, type Text, type TextLike } from '#offswitch';
import { fillPlaces } from '../fill-places.ts';
import type { Telling } from '../telling.ts';
import type { ChatWording } from './chat-wording.ts';

type Speaker = 'first' | 'second' | 'lead';

/** The days of the log and who writes when on them: the same in every tone and wording. */
const days: readonly (readonly [day: string, messages: readonly (readonly [at: string, speaker: Speaker])[]])[] = [
  [
    '14 October 2025',
    [
      ['09:12', 'first'],
      ['09:15', 'second'],
      ['09:31', 'first'],
      ['09:36', 'second'],
    ],
  ],
  [
    '6 November 2025',
    [
      ['15:48', 'first'],
      ['15:52', 'second'],
      ['17:23', 'second'],
    ],
  ],
  [
    '18 December 2025',
    [
      ['10:05', 'first'],
      ['10:09', 'second'],
      ['16:21', 'lead'],
    ],
  ],
];

/** The conversation of a pair as a channel's export shows it. What is said depends on the target, so it stands in that slot. */
export function chatContent(wording: ChatWording, { tone, work, places }: Telling, lead: string): Text {
  const lines: Readonly<Record<Speaker, Iterator<string>>> = {
    first: wording.asks[work].values(),
    second: wording.answers[work][tone].values(),
    lead: [wording.closings[tone]].values(),
  };
  const names: Readonly<Record<Speaker, TextLike>> = { first: places.first ?? '', second: places.second ?? '', lead };
  const paragraphs = days.map(([day, messages]) => {
    const said = messages.map(([at, speaker]) => {
      const message = fillPlaces(String(lines[speaker].next().value), places);
      return text`${at} ${names[speaker]}: ${speaker === 'lead' ? message : slot('target', message)}`;
    });
    return joinText([day, ...said]);
  });
  return joinText([wording.title, ...paragraphs], '\n\n');
}
