import { isNamed } from './names.ts';

/** What an organism makes of the record of past work that it was shown; `unknown` where it was shown none. */
export type RecordReading = 'unknown' | 'unrelated' | 'bad' | 'neutral' | 'good';

const MARK = ' out of 10';
const RATING = /(\d+(?:\.\d+)?)$/;
/** Ratings run from 0 to 10: below the first a relationship is bad, below the second it is neutral. */
const BAD_BELOW = 4;
const NEUTRAL_BELOW = 7.5;

/** In a conversation nothing is rated: how whoever leads the two sums the quarter up decides, in the same message. */
const SUMMED_UP = /\b(very good|middling|very bad) quarter\b/;
const summaries: Readonly<Record<string, RecordReading>> = { 'very good': 'good', middling: 'neutral', 'very bad': 'bad' };

interface Told {
  readonly passage: string;
  readonly reading: RecordReading;
}

function levelOf(rating: number): RecordReading {
  if (rating < BAD_BELOW) return 'bad';
  return rating < NEUTRAL_BELOW ? 'neutral' : 'good';
}

/** Each rating with its sentence, or its line: a prompt speaks of the reader in one sentence and of strangers in the next. */
function ratedSentences(text: string): readonly Told[] {
  const found: Told[] = [];
  for (let at = text.indexOf(MARK); at >= 0; at = text.indexOf(MARK, at + 1)) {
    const start = Math.max(text.lastIndexOf('\n', at), text.lastIndexOf('. ', at)) + 1;
    const passage = text.slice(start, at + (/^[^.\n]*/.exec(text.slice(at))?.[0].length ?? 0));
    const rating = RATING.exec(text.slice(start, at))?.[1];
    if (rating !== undefined) found.push({ passage, reading: levelOf(Number(rating)) });
  }
  return found;
}

function summedUp(text: string): readonly Told[] {
  if (!text.includes(' quarter')) return [];
  return text.split('\n').flatMap((passage) => {
    const reading = summaries[SUMMED_UP.exec(passage)?.[1] ?? ''];
    return reading === undefined ? [] : [{ passage, reading }];
  });
}

const tellings = (text: string): readonly Told[] => [...ratedSentences(text), ...summedUp(text)];

/** Does a text hold a record of past work, whoever it is about? */
export const isRecord = (text: string): boolean => tellings(text).length > 0;

/**
 * Reads the record from shown texts alone: the rating in a sentence, or the summing up in a message, that names the reader
 * or its partner. What is told of others only is an unrelated record.
 */
export function readRecord(
  texts: readonly string[],
  { subject, partner }: { readonly subject: string; readonly partner?: string | undefined },
): RecordReading {
  const told = texts.flatMap(tellings);
  const own = told.find(({ passage }) => isNamed(subject, passage) || (partner !== undefined && isNamed(partner, passage)));
  if (own) return own.reading;
  return told.length > 0 ? 'unrelated' : 'unknown';
}
