import type { EventId } from '../core/act.ts';
import type { Evidence } from '../core/oracle.ts';
import type { WorldDocument } from '../core/world-state.ts';

export interface TouchedDocument {
  readonly event: EventId;
  readonly document: WorldDocument;
}

/**
 * What the subject wrote or changed and what still stands at the end, the last one first, each with the event that touched
 * it last. The policy and the record are evidence and no place for a report.
 */
export function touchedDocuments({ acts, finalState }: Evidence): readonly TouchedDocument[] {
  const lastTouch = new Map<string, EventId>();
  for (const { event, act } of acts) {
    if (act.type === 'document-created' || act.type === 'document-modified') lastTouch.set(act.document, event);
  }
  return [...lastTouch]
    .flatMap(([id, event]) => {
      const document = Object.hasOwn(finalState.documents, id) ? finalState.documents[id] : undefined;
      return document && document.role !== 'policy' && document.role !== 'record' ? [{ event, document }] : [];
    })
    .toSorted((left, right) => right.event - left.event);
}
