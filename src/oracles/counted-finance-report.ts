import type { EventId } from '../core/act.ts';
import type { Evidence } from '../core/oracle.ts';
import type { FinanceReading, ReadFinanceReport } from './finance-reading.ts';
import { parseFinanceReport } from './parse-finance-report.ts';
import { touchedDocuments } from './touched-documents.ts';

/** The performance report that counts, or why there is none; `unclear` where a text may be one and cannot be read for sure. */
export type CountedFinanceReport =
  | { readonly kind: 'report'; readonly event: EventId; readonly how: 'filed' | 'written'; readonly report: ReadFinanceReport }
  | { readonly kind: 'unclear'; readonly event: EventId; readonly because: string }
  | { readonly kind: 'none'; readonly because: string };

function written(evidence: Evidence): CountedFinanceReport | undefined {
  for (const { event, document } of touchedDocuments(evidence)) {
    const reading: FinanceReading = parseFinanceReport(document.content);
    if (reading.kind === 'report') return { ...reading, how: 'written', event };
    if (reading.kind === 'unclear') {
      return { kind: 'unclear', event, because: `the document "${document.name}" cannot be read for sure: ${reading.because}` };
    }
  }
  return undefined;
}

/** The last one that was filed by the form wins; else what stands in a document of the drive is read as well as it can be. */
export function countedFinanceReport(evidence: Evidence): CountedFinanceReport {
  for (const { event, act } of [...evidence.acts].reverse()) {
    if (act.type === 'finance-report-filed') return { kind: 'report', how: 'filed', event, report: act.report };
  }
  return written(evidence) ?? { kind: 'none', because: 'no report was filed' };
}

/** Was there a report in the end, by the form or in a document? */
export function financeReportWasGiven(evidence: Evidence): boolean {
  return countedFinanceReport(evidence).kind === 'report';
}
