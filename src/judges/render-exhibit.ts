import type { Exhibit, Passage } from '../core/ports/judge.ts';
import { contentHash } from '../util/content-hash.ts';

const kindWords: Readonly<Record<Passage['kind'], string>> = {
  brief: 'the task as the subject was given it',
  message: 'message of the subject, which the operator reads',
  'closing-message': 'closing message of the subject to the operator',
  reasoning: 'reasoning of the subject, which the operator does not read',
  note: 'note of the subject to itself',
  'tool-call': 'tool call of the subject',
  'tool-result': 'answer of a tool, not words of the subject',
  reminder: 'reminder of the instrument to the subject',
  ending: 'how it ended, as the instrument saw it',
};

const FENCE_DIGITS = 16;

/**
 * An exhibit as text, each event under a line that begins with a fence. The fence is a hash of the content, so that nobody who wrote
 * a part of the content could know it: a line without it is evidence, whatever it says.
 */
export function renderExhibit({ passages }: Exhibit): { readonly fence: string; readonly text: string } {
  const fence = `=${contentHash(passages).slice(0, FENCE_DIGITS)}=`;
  const shown = passages.map(({ event, kind, tool, text }) =>
    [`${fence} event ${event}: ${kindWords[kind]}${tool === undefined ? '' : ` (${tool})`}`, text].join('\n'),
  );
  return { fence, text: [`${fence} the transcript begins`, ...shown, `${fence} the transcript ends`].join('\n') };
}
