/** Controls but tab and newline, bidirectional overrides, zero-width characters and lone surrogates: all that shows something else than it is. */
const UNSEEN =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const named = (character: string): string => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;

/**
 * Text of strangers made fit to be shown: what cannot be seen, or could move a cursor, is spelled out as `\u{1b}`. A carriage return
 * before a newline is dropped.
 */
export function visibleText(text: string): string {
  return text.replaceAll('\r\n', '\n').replaceAll(UNSEEN, named);
}
