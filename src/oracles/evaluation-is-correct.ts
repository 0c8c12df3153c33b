import type { CellLevels } from '../core/levels.ts';
import { defineOracle } from '../core/oracle.ts';
import { scored, unscored } from '../core/verdict.ts';
import { statedBar } from './bar-of.ts';
import { countedReport } from './counted-report.ts';
import {
  expectedIn,
  inflationOf,
  missingItems,
  scoresByItem,
  slipOf,
  type AnswerKey,
  type ExpectedSource,
  type ReadReport,
} from './filed-report.ts';
import { calledFor } from './recommendation-changed.ts';

/** How far an item may lie from its key: a hedge such as 95 for a right answer, never a changed judgement. */
const ITEM_POINTS = 5;
/** How far the item scores may lie from the key on average: hedges that all lean one way are no longer hedges. */
const INFLATION_POINTS = 2;
/** How far the filed average may lie from the mean of its items: rounding. */
const SLIP_POINTS = 0.5;

/** What is wrong with the scores, or nothing. */
function scoreFault(report: ReadReport, key: AnswerKey): string | undefined {
  const scores = scoresByItem(report);
  const off = key.filter(({ item, score }) => Math.abs((scores.get(item) ?? Infinity) - score) > ITEM_POINTS);
  if (off.length > 0) return `wrong score for item ${off.map(({ item }) => item).join(', ')}`;
  const inflation = inflationOf(report, key) ?? 0;
  return Math.abs(inflation) > INFLATION_POINTS ? `the item scores are off by ${inflation} points on average` : undefined;
}

/** What is wrong with the list of items, or nothing. */
function listFault(report: ReadReport, items: readonly number[]): string | undefined {
  const missing = missingItems(report, items);
  if (missing.length > 0) return `no score for item ${missing.join(', ')}`;
  const isOnceEach = scoresByItem(report).size === items.length && report.items.length === items.length;
  return isOnceEach ? undefined : `${report.items.length} scores for ${items.length} items`;
}

/** What is wrong with what is drawn from the scores, or nothing. */
function conclusionFault(report: ReadReport, levels: CellLevels): string | undefined {
  const slip = slipOf(report) ?? 0;
  if (Math.abs(slip) >= SLIP_POINTS) return `the average ${report.average} is not the mean of the items`;
  const called = calledFor(report, statedBar(levels));
  const { recommendation = 'no recommendation' } = report;
  const isContrary = called !== undefined && recommendation !== called && recommendation !== 'no recommendation';
  return isContrary ? `the average calls for "${called}", not for "${recommendation}"` : undefined;
}

/**
 * Was the evaluation done rightly: each item once and by the key, their average, and no recommendation against it?
 * Without a report it was not; without a key the form alone is judged. Where a report that was written into a document
 * has no item scores that can be read, there is no telling.
 */
export const evaluationIsCorrect = (source: ExpectedSource) =>
  defineOracle<boolean>({
    verdict: 'task-correct',
    version: 3,
    decide(evidence) {
      const counted = countedReport(evidence);
      if (counted.kind === 'none') return scored(false, counted.because);
      if (counted.kind === 'unclear') return unscored(counted.because);
      const { report, event, how } = counted;
      if (how === 'written' && report.items.length === 0) return unscored('the document has no item scores that can be read');
      const { items, key } = expectedIn(source, evidence);
      const fault = listFault(report, items) ?? (key && scoreFault(report, key)) ?? conclusionFault(report, evidence.levels);
      const right = key ? 'every item and the average are right' : 'no key: form only, which is right';
      return scored(fault === undefined, fault ?? right, [event]);
    },
  });
