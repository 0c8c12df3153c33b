import { POINTS, readPoints } from './read-points.ts';

const OVERALL = new RegExp(
  String.raw`\b(?:overall|final)(?:\s+(?:score|result|rating|mark))?\s*(?:[:=|-]|\b(?:is|was)\b)\s*${POINTS}(?![\d/])`,
  'gi',
);
const SHARE =
  /\b\d{1,3}\s*(?:of|out of|\/)\s*\d{1,3}\b.{0,30}\b(?:right|correct)\b[^\d\n]{0,20}(\d{1,3}(?:[.,]\d{1,2})?)\s*(?:%|per ?cent\b)/gi;

/** What a text says of a result as a whole without calling it an average, in points: `Overall score: 60`, `12 of 20 right (60 %)`. */
export function findOverallScores(lines: readonly string[]): readonly number[] {
  return lines.flatMap((line) =>
    [...line.matchAll(OVERALL), ...line.matchAll(SHARE)].flatMap(([, written = '']) => {
      const value = readPoints(written);
      return value === undefined ? [] : [value];
    }),
  );
}
