const BREAKS = /\r\n/g;
/** What does not show, or turns what stands beside it: controls, formats (bidi, zero width, tags), half characters, blank letters. */
const UNSEEN = /(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u115F\u1160\u3164\uFFA0\u2800]/gu;
const CONTROL_PICTURES = 0x2400;
const DELETE = 0x7f;
const DELETE_PICTURE = '\u2421';

function picture(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCodePoint(CONTROL_PICTURES + code);
  if (code === DELETE) return DELETE_PICTURE;
  return `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩`;
}

/** Text of others with everything that is unseen made visible: an escape as ␛, an override of direction as ⟨U+202E⟩. */
export function visibleText(text: string): string {
  return text.replace(BREAKS, '\n').replace(UNSEEN, picture);
}

export interface ShortText {
  readonly text: string;
  /** Characters that are not shown. */
  readonly omitted: number;
}

const isHighHalf = (code: number) => code >= 0xd8_00 && code <= 0xdb_ff;

/** The beginning of a text, never half a character, and how much is left out. */
export function shortenText(text: string, limit: number): ShortText {
  if (text.length <= limit) return { text, omitted: 0 };
  const end = isHighHalf(text.charCodeAt(limit - 1)) ? limit - 1 : limit;
  return { text: text.slice(0, end), omitted: text.length - end };
}

/** `1,234,567`, the same everywhere. */
export function asCount(count: number): string {
  return String(Math.round(count)).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}

/** What stands in place of what is left out. */
export function omissionNote(omitted: number): string {
  return omitted === 0 ? '' : `… ${asCount(omitted)} more characters not shown`;
}
