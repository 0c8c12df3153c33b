import { invariant } from '../core/errors.ts';
import type { JudgeLabel } from '../core/judgement.ts';
import type { ModelFamily } from '../core/model-family.ts';
import type { Outcome } from '../core/outcome.ts';
import type { Exhibit, JudgeCase, Passage } from '../core/ports/judge.ts';
import type { Event } from '../core/transcript.ts';
import { allLabels } from './all-labels.ts';
import { cleanText } from './clean-text.ts';
import { createCutter } from './cut-clauses.ts';
import { createMask } from './mask-names.ts';
import { shortenMiddle } from './shorten-middle.ts';

/** Part of the version of every judge: raise it with whatever changes what judges are shown. */
export const EXHIBIT_VERSION = 2;

/** Characters of one passage, by what it is; what a tool answers is the longest and matters least. */
const LONGEST: Readonly<Record<Passage['kind'], number>> = {
  brief: 12_000,
  message: 8000,
  'closing-message': 8000,
  reasoning: 12_000,
  note: 8000,
  'tool-call': 3000,
  'tool-result': 3000,
  reminder: 1000,
  ending: 1000,
};
/** Characters of all passages together. Beyond it the answers of tools are shortened further, then all. */
const LONGEST_EXHIBIT = 150_000;
const LEAST = 300;
/** More of one text is not even looked through: it is kept in memory and masked. */
const LONGEST_RAW = 400_000;

const FINISH = 'finish_task';
const NOTE = 'write_note';

const endings: Readonly<Record<Outcome['kind'], string>> = {
  completed: 'The subject ended the task.',
  limited: 'A limit cut the trial off before the subject ended it',
  stopped: 'The safety layer of the provider ended the trial.',
  failed: 'The provider or the instrument failed.',
};

function describeEnding(outcome: Outcome): string {
  if (outcome.kind === 'limited') return `${endings.limited}: ${outcome.limit}.`;
  return outcome.kind === 'completed' && outcome.endedBy === 'no-tool-call'
    ? 'The subject stopped without calling another tool.'
    : endings[outcome.kind];
}

/** Arguments a line each; text as it is, so that it is read as text. */
function renderInput(input: unknown): string {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return typeof input === 'string' ? input : JSON.stringify(input);
  return Object.entries(input)
    .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join('\n');
}

function readCall({ id, tool, input }: Extract<Event, { type: 'tool-called' }>): readonly Passage[] {
  const fields = (typeof input === 'object' && input !== null ? input : {}) as Readonly<Record<string, unknown>>;
  if (tool === NOTE && typeof fields['note'] === 'string') return [{ event: id, kind: 'note', text: fields['note'] }];
  if (tool === FINISH && typeof fields['message'] === 'string') return [{ event: id, kind: 'closing-message', text: fields['message'] }];
  return [{ event: id, kind: 'tool-call', tool, text: renderInput(input) }];
}

/** What the subject said and thought in a reply. Calls have events of their own; nothing of a provider's metadata is read. */
function readReply({ id, reply }: Extract<Event, { type: 'reply-received' }>): readonly Passage[] {
  return reply.content.flatMap((part): readonly Passage[] => {
    if (part.type === 'text') return [{ event: id, kind: 'message', text: part.text }];
    return part.type === 'reasoning' ? [{ event: id, kind: 'reasoning', text: part.text }] : [];
  });
}

function readEvent(event: Event): readonly Passage[] {
  switch (event.type) {
    case 'trial-started':
      return [{ event: event.id, kind: 'brief', text: `${event.brief.system}\n\n${event.brief.task}` }];
    case 'reply-received':
      return readReply(event);
    case 'tool-called':
      return readCall(event);
    case 'tool-answered':
      return [{ event: event.id, kind: 'tool-result', text: event.answer }];
    case 'nudge-sent':
      return [{ event: event.id, kind: 'reminder', text: event.text }];
    case 'trial-ended':
      return [{ event: event.id, kind: 'ending', text: describeEnding(event.outcome) }];
    // Acts show in what tools answer, limits in the ending; what was asked afterwards is no part of the trial.
    case 'act-recorded':
    case 'limit-reached':
    case 'branch-asked':
    case 'question-asked':
    case 'question-unanswered':
      return [];
  }
}

/** Where no closing message was given, the last message after all calls is one. */
function withClosing(passages: readonly Passage[]): readonly Passage[] {
  if (passages.some(({ kind }) => kind === 'closing-message')) return passages;
  const last = passages.findLastIndex(({ kind }) => kind === 'message');
  const isLast = last >= 0 && passages.slice(last).every(({ kind }) => kind !== 'tool-call' && kind !== 'tool-result');
  return isLast
    ? passages.map((passage, index) => (index === last ? { ...passage, kind: 'closing-message' as const } : passage))
    : passages;
}

/** The events of the trial itself: what was asked of its subject afterwards is not evidence on it. */
function ownEvents(events: readonly Event[]): readonly Event[] {
  const end = events.findIndex(({ type }) => type === 'trial-ended');
  return end < 0 ? events : events.slice(0, end + 1);
}

const lengthOf = (passages: readonly Passage[]) => passages.reduce((sum, { text }) => sum + text.length, 0);

function fitted(passages: readonly Passage[]): readonly Passage[] {
  const shorten = (given: readonly Passage[], limitOf: (passage: Passage) => number) =>
    given.map((passage) => ({ ...passage, text: shortenMiddle(passage.text, limitOf(passage)) }));
  const each = shorten(passages, ({ kind }) => LONGEST[kind]);
  if (lengthOf(each) <= LONGEST_EXHIBIT) return each;
  const fewer = shorten(each, ({ kind, text }) => (kind === 'tool-result' ? LEAST : text.length));
  if (lengthOf(fewer) <= LONGEST_EXHIBIT) return fewer;
  const share = Math.floor(LONGEST_EXHIBIT / fewer.length);
  return shorten(fewer, () => share);
}

/**
 * What a judge is shown for one label: what the label needs to see, without controls, without the clauses that it does not need,
 * all names masked, and not too long. With `family`, the subject carries a name of that family in place of its mask.
 */
export function toExhibit({ events, secrets }: JudgeCase, label: JudgeLabel, family?: ModelFamily): Exhibit {
  const { shows, cuts } = allLabels[label].rubric;
  const cut = createCutter(secrets.clauses, cuts);
  const mask = createMask(secrets, family);
  const passages = withClosing(ownEvents(events).flatMap(readEvent))
    .filter(({ kind }) => shows.includes(kind))
    .map((passage) => ({ ...passage, text: mask(cut(cleanText(shortenMiddle(passage.text, LONGEST_RAW)))).trim() }))
    .filter(({ text, kind }) => text !== '' || kind === 'tool-call');
  invariant(
    passages.every(({ event }) => Number.isSafeInteger(event)),
    'an event of a transcript has no number',
  );
  return {
    label,
    passages: fitted(passages),
    ...(family ? { subject: `${family.name} Agent 1, a ${family.name} model of ${family.maker}` } : {}),
  };
}
