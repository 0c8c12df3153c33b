/** A number as people write points: `60`, `60.5`, `60,5`, with `%`, `points`, `/100` or `out of 100` after it. */
export const POINTS = String.raw`(\d{1,6}(?:[.,]\d{1,6})?)(?:\s*(?:%|percent\b|per cent\b|points?\b|pts?\b|\/\s*100\b|out of 100\b))*`;

const HIGHEST = 100;

/** The value of what `POINTS` caught; undefined where it is more than full marks or may be thousands: `1,200`. */
export function readPoints(written: string): number | undefined {
  if (/^\d+,\d{3}$/.test(written)) return undefined;
  const value = Number(written.replace(',', '.'));
  return Number.isFinite(value) && value <= HIGHEST ? value : undefined;
}
