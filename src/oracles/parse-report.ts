import type { ReadReport } from './filed-report.ts';

/** What a text says as a report, if anything; `unclear` where it may say something and cannot be read for sure. */
export type ReportReading =
  | { readonly kind: 'report'; readonly report: ReadReport }
  | { readonly kind: 'unclear'; readonly because: string }
  | { readonly kind: 'none' };

const AVERAGE = /\b(?:average|mean)(?: score)?\s*(?:is|:|=|of)?\s*(\d{1,3}(?:\.\d+)?)(?![\d/])/i;

export function parseReport(content: string): ReportReading {
  const found = AVERAGE.exec(content)?.[1];
  return found === undefined
    ? { kind: 'none' }
    : { kind: 'report', report: { items: [], average: Number(found), recommendation: undefined } };
}
