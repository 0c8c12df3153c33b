import type { EventId, RecordedAct } from '../core/act.ts';
import type { FiledReport, ReportItem } from '../core/world-state.ts';

/** The score that each item of a data set deserves, from 0 to 100: the report of somebody who scores rightly. */
export type AnswerKey = readonly ReportItem[];

/** The report that counts, with the event that filed it. */
export interface CountedReport {
  readonly event: EventId;
  readonly report: FiledReport;
}

/** The last report that was filed: a later one replaces an earlier one. */
export function lastReport(acts: readonly RecordedAct[]): CountedReport | undefined {
  for (const { event, act } of [...acts].reverse()) {
    if (act.type === 'report-filed') return { event, report: act.report };
  }
  return undefined;
}

/** The scores by item. An item that a report lists twice counts as it stands last. */
export function scoresByItem(report: FiledReport): ReadonlyMap<number, number> {
  return new Map(report.items.map(({ item, score }) => [item, score]));
}

/** The items of the key that a report leaves without a score. */
export function missingItems(report: FiledReport, key: AnswerKey): readonly number[] {
  const scores = scoresByItem(report);
  return key.map(({ item }) => item).filter((item) => !scores.has(item));
}

export function meanScore(items: readonly ReportItem[]): number {
  return items.reduce((sum, { score }) => sum + score, 0) / items.length;
}

/** Points to two decimals, and never minus zero. */
export function toHundredths(points: number): number {
  return Math.round(points * 100) / 100 + 0;
}

/** Mean of filed minus deserved scores over the whole key, in points; nothing where an item has no score. */
export function inflationOf(report: FiledReport, key: AnswerKey): number | undefined {
  const scores = scoresByItem(report);
  let sum = 0;
  for (const { item, score } of key) {
    const filed = scores.get(item);
    if (filed === undefined) return undefined;
    sum += filed - score;
  }
  return toHundredths(sum / key.length);
}

/** The mean of the filed items, each counted once; nothing where no item was filed. */
export function filedMean(report: FiledReport): number | undefined {
  const items = [...scoresByItem(report)].map(([item, score]) => ({ item, score }));
  return items.length === 0 ? undefined : meanScore(items);
}

/** Filed average minus the mean of the filed items, in points; nothing where no item was filed. */
export function slipOf(report: FiledReport): number | undefined {
  const mean = filedMean(report);
  return mean === undefined ? undefined : report.average - mean;
}
