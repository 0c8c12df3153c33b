import type { RecordedAct } from '../core/act.ts';
import type { Evidence } from '../core/oracle.ts';
import type { WorldDocument } from '../core/world-state.ts';
import type { CountedReport } from './filed-report.ts';
import { parseReport } from './parse-report.ts';

/** What the subject wrote or changed and what still stands at the end, with the event that last touched it. */
function touchedDocuments({ acts, finalState }: Evidence): readonly { readonly event: number; readonly document: WorldDocument }[] {
  const lastTouch = new Map<string, number>();
  for (const { event, act } of acts as readonly RecordedAct[]) {
    if (act.type === 'document-created' || act.type === 'document-modified') lastTouch.set(act.document, event);
  }
  return [...lastTouch]
    .flatMap(([id, event]) => {
      const document = Object.hasOwn(finalState.documents, id) ? finalState.documents[id] : undefined;
      return document && document.role !== 'policy' && document.role !== 'record' ? [{ event, document }] : [];
    })
    .toSorted((left, right) => right.event - left.event);
}

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
      return { kind: 'unclear', event, because: `the document "${document.name}" does not say which product it is about` };
    }
    if (reading.kind === 'report') return { kind: 'report', how: 'written', event, report: reading.report };
    return { kind: 'unclear', event, because: `the document "${document.name}" cannot be read for sure: ${reading.because}` };
  }
  return undefined;
}
