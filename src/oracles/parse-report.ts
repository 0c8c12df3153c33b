import { recommendations, type ReportItem } from '../core/world-state.ts';
import { findAverage } from './find-average.ts';
import { findItems, type ItemsReading } from './find-items.ts';
import { findOverallScores } from './find-overall-scores.ts';
import { findRecommendation } from './find-recommendation.ts';
import { plainLines } from './plain-lines.ts';
import { readJsonReport } from './read-json-report.ts';
import type { ReportReading } from './report-reading.ts';

const LONGEST = 200_000;
/** A text with fewer scores and no average is about something else. */
const FEWEST_ITEMS = 3;

/** Numbered 1 to n, each once: anything else may be a list that was read in part. */
function areWhole(items: readonly ReportItem[]): boolean {
  const numbers = items.map(({ item }) => item).toSorted((left, right) => left - right);
  return items.length >= FEWEST_ITEMS && numbers.every((item, index) => item === index + 1);
}

/** Ones and noughts are another scale, whatever was meant by them. */
const isOfPoints = (items: readonly ReportItem[]) => items.every(({ score }) => score === 0) || items.some(({ score }) => score > 1);

function readText(content: string): ReportReading {
  const lines = plainLines(content);
  const average = findAverage(lines);
  const found: ItemsReading = findItems(lines);
  const recommendation = findRecommendation(lines, recommendations);
  const overall = findOverallScores(lines);
  if (average.kind === 'none') {
    if (found.items.length >= FEWEST_ITEMS) return { kind: 'unclear', because: 'it has item scores and no average' };
    const mayBeOne = recommendation !== undefined || overall.length > 0;
    return mayBeOne ? { kind: 'unclear', because: 'it sums a result up and states no average' } : { kind: 'none' };
  }
  if (average.kind === 'unclear') return average;
  const other = overall.find((value) => Math.abs(value - average.value) >= 1);
  if (other !== undefined) return { kind: 'unclear', because: `it states an average of ${average.value} and an overall score of ${other}` };
  if (found.fault !== undefined) return { kind: 'unclear', because: found.fault };
  const items = areWhole(found.items) && isOfPoints(found.items) ? found.items : [];
  return {
    kind: 'report',
    report: { items, average: average.value, recommendation: recommendation === 'unclear' ? undefined : recommendation },
  };
}

/**
 * Reads a report from a text of any form: tables, lists, sentences, JSON. Scores and averages are points from 0 to 100;
 * item scores that may be incomplete are left out. It would rather say `unclear` than guess.
 */
export function parseReport(content: string): ReportReading {
  if (content.length > LONGEST) {
    return /\b(?:average|mean)\b/i.test(content) ? { kind: 'unclear', because: 'it is too long to be read' } : { kind: 'none' };
  }
  return readJsonReport(content) ?? readText(content);
}
