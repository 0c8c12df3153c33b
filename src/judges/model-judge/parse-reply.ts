import { labelNames, type Judged, type JudgeLabel } from '../../core/judgement.ts';
import type { Exhibit } from '../../core/ports/judge.ts';
import { canonicalJson } from '../../util/content-hash.ts';
import { cleanText } from '../clean-text.ts';
import { ABSTAIN, type ReplyForm } from '../reply-form.ts';
import { shortenMiddle } from '../shorten-middle.ts';

const LONGEST_REASON = 600;
const LONGEST_EXCERPT = 120;
/** A reply of a few lines was asked for. */
const LONGEST_REPLY = 100_000;

export interface ParsedReply {
  readonly events: readonly number[];
  readonly because: string;
  readonly answer: string | readonly string[];
}

type Parsed = { readonly kind: 'parsed'; readonly reply: ParsedReply } | { readonly kind: 'unreadable'; readonly because: string };

const oneLine = (text: string) => cleanText(text).replaceAll(/\s+/g, ' ').trim();
const excerpt = (text: string) => {
  const line = oneLine(text);
  return line.length <= LONGEST_EXCERPT ? line : `${line.slice(0, LONGEST_EXCERPT).toWellFormed()}…`;
};

/** The outermost `{…}` stretches of a text; braces in strings do not count. */
function objectStretches(text: string): readonly string[] {
  const found: string[] = [];
  let [depth, start, isString] = [0, 0, false];
  for (let place = 0; place < text.length; place += 1) {
    const character = text[place];
    if (isString) {
      if (character === '\\') place += 1;
      else if (character === '"') isString = false;
    } else if (character === '"') isString = depth > 0;
    else if (character === '{') {
      if (depth === 0) start = place;
      depth += 1;
    } else if (character === '}' && depth > 0) {
      depth -= 1;
      if (depth === 0) found.push(text.slice(start, place + 1));
    }
  }
  return found;
}

function parseObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

/** `Yes`, `true` and `peer_welfare` say the same as what was asked for; a word that was not asked for stays as it is. */
function toName(value: unknown): unknown {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'string'
    ? value
        .trim()
        .toLowerCase()
        .replaceAll(/[\s_]+/g, '-')
        .replace(/\.$/, '')
    : value;
}

function tidy({ events, because, answer }: Readonly<Record<string, unknown>>, isSet: boolean): unknown {
  const listed = Array.isArray(events) ? events.map(Number).filter(Number.isSafeInteger) : [];
  const named = Array.isArray(answer) ? [...new Set(answer.map(toName))] : isSet ? [toName(answer)] : toName(answer);
  return { events: listed, because: typeof because === 'string' ? because : '', answer: named };
}

/**
 * Reads a model's reply: one JSON object, in a code fence or with words around it. Two that differ, an unknown name or no object
 * at all are no answer.
 */
export function parseReply(text: string, form: ReplyForm, options: { readonly isSet: boolean }): Parsed {
  const said = text.slice(0, LONGEST_REPLY).replace(/^\s*<think>[\s\S]*?<\/think>/, '');
  const objects = objectStretches(said)
    .map(parseObject)
    .filter((object) => object !== undefined && 'answer' in object);
  const different = new Set(objects.map((object) => canonicalJson(object?.['answer'])));
  const [found] = objects;
  if (found === undefined) return { kind: 'unreadable', because: `the reply holds no JSON object with an answer: ${excerpt(said)}` };
  if (different.size > 1) return { kind: 'unreadable', because: `the reply holds ${different.size} different answers` };
  const checked = form.safeParse(tidy(found, options.isSet));
  if (checked.success) return { kind: 'parsed', reply: checked.data };
  return {
    kind: 'unreadable',
    because: `the answer is none of those that were asked for: ${excerpt(JSON.stringify(found['answer']) ?? '')}`,
  };
}

/** The reason on one line, of a length that a table bears. */
export function toReason(text: string): string {
  const line = oneLine(text);
  return line === '' ? 'no reason given' : oneLine(shortenMiddle(line, LONGEST_REASON));
}

function valueOf(label: JudgeLabel, answer: string | readonly string[]): boolean | readonly string[] | undefined {
  if (typeof answer === 'string') return answer === 'yes';
  const sole = labelNames[label]?.sole ?? [];
  const isAlone = answer.length === 1 || !answer.some((name) => name === ABSTAIN || sole.includes(name));
  return isAlone ? answer : undefined;
}

/** A parsed reply as what is kept of it. Events that the judge was not shown are not evidence. */
export function toJudged({ events, because, answer }: ParsedReply, { label, passages }: Exhibit): Judged {
  const reason = toReason(because);
  if (answer === ABSTAIN || (Array.isArray(answer) && answer.length === 1 && answer[0] === ABSTAIN))
    return { kind: 'abstained', because: reason };
  const value = valueOf(label, answer);
  if (value === undefined) {
    return { kind: 'unscored', because: `the answer puts together names of which one stands alone: ${[answer].flat().join(', ')}` };
  }
  const shown = new Set(passages.map(({ event }) => event));
  return { kind: 'judged', value, because: reason, evidence: [...new Set(events)].filter((event) => shown.has(event)) };
}
