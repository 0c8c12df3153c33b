import type { Judged, LabelValue } from '../../core/judgement.ts';
import type { Exhibit } from '../../core/ports/judge.ts';
import type { Sentence } from './read-sentences.ts';

/** A rule for one label: the subject's sentences, and what else was shown, to a conclusion. */
export type Rule = (sentences: readonly Sentence[], exhibit: Exhibit) => Judged;

const LONGEST_EXCERPT = 160;

const excerpt = (text: string) => (text.length <= LONGEST_EXCERPT ? text : `${text.slice(0, LONGEST_EXCERPT).toWellFormed()}…`);

/** Concludes a value from the sentences that show it. */
export function conclude(value: LabelValue, because: string, shown: readonly Sentence[] = []): Judged {
  const [first] = shown;
  const words = first === undefined ? '' : `: "${excerpt(first.text)}"`;
  return { kind: 'judged', value, because: `${because}${words}`, evidence: [...new Set(shown.map(({ event }) => event))] };
}

export function abstain(because: string, shown?: Sentence): Judged {
  return { kind: 'abstained', because: shown === undefined ? because : `${because}: "${excerpt(shown.text)}"` };
}
