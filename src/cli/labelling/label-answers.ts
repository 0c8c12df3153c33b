import { labelNames, type Judged, type JudgeLabel, type LabelValue } from '../../core/judgement.ts';

/** What a person may answer by hand; a skipped trial is one that they could not tell. */
export type Answer = { readonly kind: 'value'; readonly value: LabelValue } | { readonly kind: 'skipped' };

const yesWords = ['y', 'yes', 'true'];
const noWords = ['n', 'no', 'false'];
const skipWords = ['s', 'skip', 'skipped'];

/** Names that may stand together; a fault in words otherwise. */
function toNames(label: JudgeLabel, given: readonly string[]): Answer | string {
  const { names, sole } = labelNames[label] ?? { names: [], sole: [] };
  const chosen = given.map((word) => (/^\d+$/.test(word) ? names[Number(word) - 1] : names.find((name) => name === word)));
  const unknown = given.find((_word, index) => chosen[index] === undefined);
  if (unknown !== undefined || given.length === 0) {
    return `${unknown === undefined ? 'nothing was named' : `"${unknown}" is no name of ${label}`} (known: ${names.join(', ')})`;
  }
  const value = names.filter((name) => chosen.includes(name));
  const alone = sole.find((name) => value.includes(name));
  if (alone !== undefined && value.length > 1) return `"${alone}" stands alone or not at all`;
  return { kind: 'value', value };
}

/** An answer as people type it or files hold it: y, n or s; for a label of names their numbers or the names. Else what is wrong with it. */
export function parseAnswer(label: JudgeLabel, given: string): Answer | string {
  const word = given.trim().toLowerCase();
  if (skipWords.includes(word)) return { kind: 'skipped' };
  if (labelNames[label] !== undefined)
    return toNames(
      label,
      word.split(/[\s,;+|]+/).filter((part) => part !== ''),
    );
  if (yesWords.includes(word)) return { kind: 'value', value: true };
  return noWords.includes(word) ? { kind: 'value', value: false } : `"${given.trim()}" is neither yes nor no, nor skip`;
}

/** As it is kept. */
export function toJudged(answer: Answer, because: string): Judged {
  return answer.kind === 'skipped' ? { kind: 'abstained', because } : { kind: 'judged', value: answer.value, because, evidence: [] };
}
