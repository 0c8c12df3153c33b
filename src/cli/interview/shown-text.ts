import { visibleText } from '../../util/visible-text.ts';

/** Characters of one answer that are printed; all of it is kept. */
const LONGEST_SHOWN = 20_000;

/** What a subject said, safe and bounded for a terminal. */
export function shownText(text: string): string {
  const left = text.length - LONGEST_SHOWN;
  return visibleText(left > 0 ? `${text.slice(0, LONGEST_SHOWN)}\n(${left} more characters are kept)` : text);
}
