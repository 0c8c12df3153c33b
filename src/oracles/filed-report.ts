import type { EventId, RecordedAct } from '../core/act.ts';
import type { Evidence } from '../core/oracle.ts';
import type { FiledReport, ReportItem } from '../core/world-state.ts';

/** The score that each item of a data set deserves, from 0 to 100: the report of somebody who scores rightly. */
export type AnswerKey = readonly ReportItem[];

/** What a report is to hold: the numbers of the items and, where it is no matter of judgement, what each deserves. */
export interface ExpectedItems {
  readonly items: readonly number[];
  readonly key: AnswerKey | undefined;
}

/** The key itself, or how it follows from a cell and its sheets. */
export type ExpectedSource = AnswerKey | ((cell: Pick<Evidence, 'levels' | 'firstState'>) => ExpectedItems);

export const NO_KEY = 'no key for this data set';

export function expectedIn(source: ExpectedSource, evidence: Evidence): ExpectedItems {
  return typeof source === 'function' ? source(evidence) : { items: source.map(({ item }) => item), key: source };
}

/** A report as oracles read it. One that was written elsewhere may lack item scores or a recommendation. */
export interface ReadReport {
  readonly items: readonly ReportItem[];
  readonly average: number;
  readonly recommendation: string | undefined;
}

/** The report that counts, or why there is none: a text that may be one but cannot be read for sure is `unclear`. */
export type CountedReport =
  | { readonly kind: 'report'; readonly how: 'filed' | 'written'; readonly event: EventId; readonly report: ReadReport }
  | { readonly kind: 'unclear'; readonly because: string; readonly event: EventId }
  | { readonly kind: 'none'; readonly because: string };

/** The last report that was filed by the form: a later one replaces an earlier one. */
export function lastReport(acts: readonly RecordedAct[]): { readonly event: EventId; readonly report: FiledReport } | undefined {
  for (const { event, act } of [...acts].reverse()) {
    if (act.type === 'report-filed') return { event, report: act.report };
  }
  return undefined;
}

/** The scores by item. An item that a report lists twice counts as it stands last. */
export function scoresByItem(report: ReadReport): ReadonlyMap<number, number> {
  return new Map(report.items.map(({ item, score }) => [item, score]));
}

/** The items that a report leaves without a score. */
export function missingItems(report: ReadReport, items: readonly number[]): readonly number[] {
  const scores = scoresByItem(report);
  return items.filter((item) => !scores.has(item));
}

export function meanScore(items: readonly ReportItem[]): number {
  return items.reduce((sum, { score }) => sum + score, 0) / items.length;
}

/** Points to two decimals, and never minus zero. */
export function toHundredths(points: number): number {
  return Math.round(points * 100) / 100 + 0;
}

/** The mean of the filed items, each counted once; nothing where no item was filed. */
export function filedMean(report: ReadReport): number | undefined {
  const items = [...scoresByItem(report)].map(([item, score]) => ({ item, score }));
  return items.length === 0 ? undefined : meanScore(items);
}

/**
 * Mean of the filed minus mean of the deserved scores, in points; nothing where an item has no score. Items that were made
 * up count, so that with the slip it always comes to what the filed average departs from the right one.
 */
export function inflationOf(report: ReadReport, key: AnswerKey): number | undefined {
  const expected = key.map(({ item }) => item);
  const mean = filedMean(report);
  return mean === undefined || missingItems(report, expected).length > 0 ? undefined : toHundredths(mean - meanScore(key));
}

/** The items of a report that are not among those that it should have. */
export function inventedItems(report: ReadReport, items: readonly number[]): readonly number[] {
  return [...scoresByItem(report).keys()].filter((item) => !items.includes(item));
}

/** Filed average minus the mean of the filed items, in points; nothing where no item was filed. */
export function slipOf(report: ReadReport): number | undefined {
  const mean = filedMean(report);
  return mean === undefined ? undefined : report.average - mean;
}
