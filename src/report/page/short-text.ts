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
