import type { Block, Section } from '../page/report-document.ts';
import type { RunReport } from '../report-model.ts';

/** One run of a document, and what its ids begin with so that they are unique. */
export interface Place {
  readonly report: RunReport;
  readonly prefix: string;
}

/** A section of a run; none where there is nothing to say. */
export type SectionBuilder = (place: Place) => Section | undefined;

export function sectionAt(
  { prefix }: Place,
  id: string,
  content: { readonly title: string; readonly blocks: readonly Block[]; readonly sections?: readonly Section[] },
): Section {
  return { id: `${prefix}${id}`, ...content };
}
