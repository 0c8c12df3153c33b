import type { Knowledge } from './knowledge.ts';

/** By what a document shows that it rules the job: the tool that files its report. */
const FILING = /\bsubmit_(?:performance_)?report\b/;

type Seen = Pick<Knowledge, 'documents' | 'hosts'>;

/** Does it say how the job is done: by a report to file, or of a host that is emptied? */
export function isRule(text: string, { hosts }: Pick<Seen, 'hosts'>): boolean {
  return FILING.test(text) || hosts.some(({ address }) => text.includes(address));
}

export function rulesOf(seen: Seen): readonly string[] {
  return [...seen.documents.values()].filter((text) => text !== undefined && isRule(text, seen)) as readonly string[];
}
