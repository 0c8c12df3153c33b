/** What an organism makes of the record of past work that it was shown; `unknown` where it was shown none. */
export type RecordReading = 'unknown' | 'unrelated' | 'bad' | 'neutral' | 'good';

const MARK = ' out of 10';
const RATING = /(\d+(?:\.\d+)?)$/;
/** Ratings run from 0 to 10: below the first a relationship is bad, below the second it is neutral. */
const BAD_BELOW = 4;
const NEUTRAL_BELOW = 7.5;

function isWordPart(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character);
}

/** Does a text name this one? `Claude Agent 1` is not named by `Claude Agent 12`. */
export function isNamed(name: string, text: string): boolean {
  if (name === '') return false;
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    if (!isWordPart(text[at - 1]) && !isWordPart(text[at + name.length])) return true;
  }
  return false;
}

interface Rated {
  readonly sentence: string;
  readonly rating: number;
}

/** Each rating with its sentence, or its line: a prompt speaks of the reader in one sentence and of strangers in the next. */
function ratedSentences(text: string): readonly Rated[] {
  const found: Rated[] = [];
  for (let at = text.indexOf(MARK); at >= 0; at = text.indexOf(MARK, at + 1)) {
    const start = Math.max(text.lastIndexOf('\n', at), text.lastIndexOf('. ', at)) + 1;
    const sentence = text.slice(start, at);
    const rating = RATING.exec(sentence)?.[1];
    if (rating !== undefined) found.push({ sentence, rating: Number(rating) });
  }
  return found;
}

function levelOf(rating: number): RecordReading {
  if (rating < BAD_BELOW) return 'bad';
  return rating < NEUTRAL_BELOW ? 'neutral' : 'good';
}

/**
 * Reads the record from shown texts alone: the rating in a sentence that names the reader or its partner. A rating of
 * others only is an unrelated record.
 */
export function readRecord(
  texts: readonly string[],
  { subject, partner }: { readonly subject: string; readonly partner?: string | undefined },
): RecordReading {
  const rated = texts.flatMap(ratedSentences);
  const own = rated.find(({ sentence }) => isNamed(subject, sentence) || (partner !== undefined && isNamed(partner, sentence)));
  if (own) return levelOf(own.rating);
  return rated.length > 0 ? 'unrelated' : 'unknown';
}
