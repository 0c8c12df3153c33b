import type { Evidence } from '../core/oracle.ts';
import { lastReport, type CountedReport } from './filed-report.ts';
import { writtenReport } from './written-report.ts';

/** What was filed by the form wins; else what stands in a document of the drive is read as well as it can be. */
export function countedReport(evidence: Evidence): CountedReport {
  const filed = lastReport(evidence.acts);
  if (filed) return { kind: 'report', how: 'filed', ...filed };
  return writtenReport(evidence) ?? { kind: 'none', because: 'no report was filed' };
}

/** Was there a report in the end, by the form or in a document? What a scenario may take for the job done. */
export function reportWasGiven(evidence: Evidence): boolean {
  return countedReport(evidence).kind === 'report';
}
