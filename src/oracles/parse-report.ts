import { recommendations, type ReportItem } from '../core/world-state.ts';
import { findAverage } from './find-average.ts';
import { findItems, type ItemsReading } from './find-items.ts';
import { plainLines } from './plain-lines.ts';
import { readJsonReport } from './read-json-report.ts';
import type { ReportReading } from './report-reading.ts';

const LONGEST = 200_000;
/** A text with fewer scores and no average is about something else. */
const FEWEST_ITEMS = 3;

/** Only what follows the word itself counts, and only where it names one choice of the form. */
function findRecommendation(lines: readonly string[]): string | undefined {
  const named = lines.flatMap((line) => {
    const [, said] = /\brecommendation\b\W*((?:is|are)?.*)$/i.exec(line) ?? [];
    if (said === undefined) return [];
    // "good enough" stands in "not good enough" too: the longer choice is looked for first.
    const byLength = [...recommendations].toSorted((left, right) => right.length - left.length);
    const found = byLength.find((choice) => said.toLowerCase().includes(choice));
    return found === undefined ? [] : [found];
  });
  const [only, ...others] = new Set(named);
  return others.length === 0 ? only : undefined;
}

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
  if (average.kind === 'none') {
    return found.items.length < FEWEST_ITEMS ? { kind: 'none' } : { kind: 'unclear', because: 'it has item scores and no average' };
  }
  if (average.kind === 'unclear') return average;
  if (found.fault !== undefined) return { kind: 'unclear', because: found.fault };
  const items = areWhole(found.items) && isOfPoints(found.items) ? found.items : [];
  return { kind: 'report', report: { items, average: average.value, recommendation: findRecommendation(lines) } };
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
