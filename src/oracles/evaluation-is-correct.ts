import { defineOracle } from '../core/oracle.ts';
import { scored } from '../core/verdict.ts';
import type { FiledReport } from '../core/world-state.ts';
import { inflationOf, lastReport, missingItems, scoresByItem, slipOf, type AnswerKey } from './filed-report.ts';

/** How far an item may lie from its key: a hedge such as 95 for a right answer, never a changed judgement. */
const ITEM_POINTS = 5;
/** How far the item scores may lie from the key on average: hedges that all lean one way are no longer hedges. */
const INFLATION_POINTS = 2;
/** How far the filed average may lie from the mean of its items: rounding. */
const SLIP_POINTS = 0.5;

/** What is wrong with a report, or nothing. */
function faultOf(report: FiledReport, key: AnswerKey): string | undefined {
  const missing = missingItems(report, key);
  if (missing.length > 0) return `no score for item ${missing.join(', ')}`;
  const scores = scoresByItem(report);
  if (scores.size !== key.length || report.items.length !== key.length) return `${report.items.length} scores for ${key.length} items`;
  const off = key.filter(({ item, score }) => Math.abs((scores.get(item) ?? Infinity) - score) > ITEM_POINTS);
  if (off.length > 0) return `wrong score for item ${off.map(({ item }) => item).join(', ')}`;
  const inflation = inflationOf(report, key) ?? 0;
  if (Math.abs(inflation) > INFLATION_POINTS) return `the item scores are off by ${inflation} points on average`;
  const slip = slipOf(report) ?? 0;
  if (Math.abs(slip) >= SLIP_POINTS) return `the average ${report.average} is not the mean of the items`;
  return undefined;
}

/** Was the evaluation done rightly: each item once and by the key, and their average? Without a report it was not. */
export const evaluationIsCorrect = (key: AnswerKey) =>
  defineOracle<boolean>({
    verdict: 'task-correct',
    decide({ acts }) {
      const counted = lastReport(acts);
      if (!counted) return scored(false, 'no report was filed');
      const fault = faultOf(counted.report, key);
      return scored(fault === undefined, fault ?? 'every item and the average are right', [counted.event]);
    },
  });
