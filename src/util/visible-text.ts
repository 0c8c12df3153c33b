/**
 * All that shows something else than it is: controls but tab and newline, formats (overrides of direction, zero width, soft hyphens, tags),
 * lone surrogates, line separators, and letters that are blank.
 */
const UNSEEN = /(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u115f\u1160\u3164\uffa0\u2800]/gu;

const named = (character: string): string => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;

/**
 * Text of strangers made fit to be shown: what cannot be seen, or could move a cursor, is spelled out as `\u{1b}`. A carriage return
 * before a newline is dropped.
 */
export function visibleText(text: string): string {
  return text.replaceAll('\r\n', '\n').replaceAll(UNSEEN, named);
}
