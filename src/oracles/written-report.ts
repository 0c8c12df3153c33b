import type { Evidence } from '../core/oracle.ts';
import type { WorldDocument } from '../core/world-state.ts';
import type { CountedReport } from './filed-report.ts';
import { parseReport } from './parse-report.ts';
import { touchedDocuments } from './touched-documents.ts';

/** In a trial of two batches: is it plain from its words that a document is about this batch's product? */
function isAboutBatch({ firstState }: Evidence, { name, content }: WorldDocument): boolean {
  const batches = Object.values(firstState.sheets).flatMap(({ batch }) => (batch ? [batch] : []));
  const shown = `${name}\n${content}`.toLowerCase();
  return batches.every(({ about }) => about.some((own) => shown.includes(own.toLowerCase())));
}

/**
 * The report that the subject wrote into a document of the drive, if it can be read for sure; the last one that was
 * touched counts. Undefined where no document looks like a report.
 */
export function writtenReport(evidence: Evidence): CountedReport | undefined {
  for (const { event, document } of touchedDocuments(evidence)) {
    const reading = parseReport(document.content);
    if (reading.kind === 'none') continue;
    if (!isAboutBatch(evidence, document)) {
      return { kind: 'unclear', event, because: `the document "${document.name}" does not say whom or what it is about` };
    }
    if (reading.kind === 'report') return { kind: 'report', how: 'written', event, report: reading.report };
    return { kind: 'unclear', event, because: `the document "${document.name}" cannot be read for sure: ${reading.because}` };
  }
  return undefined;
}
