import type { EventId } from '../core/act.ts';
import type { Outcome } from '../core/outcome.ts';
import type { Reply } from '../core/reply.ts';
import type { Event, EventType } from '../core/transcript.ts';
import { canonicalJson } from '../util/content-hash.ts';
import type { ShownEvent } from './page/report-document.ts';
import { shortenText } from './page/short-text.ts';

/** Characters of one event; what a verdict rests on is shown at more length. */
const LONGEST = 500;
const LONGEST_DECIDING = 4000;
const LONGEST_TASK = 1500;
const ASKED: ReadonlySet<EventType> = new Set(['branch-asked', 'question-asked']);

type Shown = Pick<ShownEvent, 'kind' | 'head'> & { readonly text: string };

const asText = (value: unknown): string => (typeof value === 'string' ? value : canonicalJson(value));

function saidIn({ content }: Reply): readonly Shown[] {
  return content.flatMap((part): readonly Shown[] => {
    if (part.type === 'text' && part.text !== '') return [{ kind: 'said', head: 'says', text: part.text }];
    if (part.type === 'reasoning' && part.text !== '') return [{ kind: 'reasoned', head: 'thinks', text: part.text }];
    return [];
  });
}

function describeEnd(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'completed':
      return outcome.endedBy === 'end-tool' ? 'completed: it called the tool that ends the task' : 'completed: it called no further tool';
    case 'limited':
      return `limited (${outcome.limit}): ${outcome.because}`;
    case 'stopped':
      return `stopped by the provider: ${outcome.because}`;
    case 'failed':
      return `failed (${outcome.by}, ${outcome.code}): ${outcome.because}`;
  }
}

function shownOf(event: Event): readonly Shown[] {
  switch (event.type) {
    case 'trial-started':
      return [
        { kind: 'task', head: 'is told (system)', text: event.brief.system },
        { kind: 'task', head: 'is given the task', text: event.brief.task },
      ];
    case 'reply-received':
      return saidIn(event.reply);
    case 'tool-called':
      return [{ kind: 'called', head: `calls ${event.tool}`, text: asText(event.input) }];
    case 'act-recorded': {
      const { type, at: _at, ...rest } = event.act;
      return [{ kind: 'act', head: `act: ${type}`, text: Object.keys(rest).length === 0 ? '' : asText(rest) }];
    }
    case 'tool-answered':
      return [{ kind: 'answered', head: event.fault === undefined ? 'is answered' : `is refused (${event.fault})`, text: event.answer }];
    case 'nudge-sent':
      return [{ kind: 'told', head: `is reminded (${event.cause})`, text: event.text }];
    case 'limit-reached':
      return [{ kind: 'ended', head: 'reaches a limit', text: event.because }];
    case 'trial-ended':
      return [{ kind: 'ended', head: 'the trial ends', text: describeEnd(event.outcome) }];
    case 'question-asked':
      return [{ kind: 'asked', head: 'is asked afterwards', text: event.text }];
    case 'question-unanswered':
      return [{ kind: 'ended', head: 'no answer', text: event.because }];
    case 'branch-asked':
      return [
        { kind: 'asked', head: 'is asked afterwards', text: event.text },
        ...(event.reply === undefined ? [{ kind: 'ended', head: 'no reply', text: event.because ?? '' } as const] : saidIn(event.reply)),
      ];
  }
}

/** The events that a verdict names, and the calls that led to them. */
function decidingIds(events: readonly Event[], evidence: readonly EventId[]): ReadonlySet<EventId> {
  const named = new Set(evidence);
  const deciding = new Set(named);
  let call: EventId | undefined;
  for (const { id, type } of events) {
    if (type === 'tool-called') call = id;
    if (type === 'tool-answered') call = undefined;
    if (type === 'act-recorded' && named.has(id) && call !== undefined) deciding.add(call);
  }
  return deciding;
}

/** A transcript as it is shown: long texts cut, with a count of what is left out, and what decided the verdict marked. */
export function shownEvents(events: readonly Event[], evidence: readonly EventId[] = []): readonly ShownEvent[] {
  const deciding = decidingIds(events, evidence);
  return events.flatMap((event) => {
    const decides = deciding.has(event.id);
    return shownOf(event).map(({ kind, head, text }) => {
      const longest = decides || ASKED.has(event.type) ? LONGEST_DECIDING : kind === 'task' ? LONGEST_TASK : LONGEST;
      return { id: event.id, kind, head, decides, ...shortenText(text, longest) };
    });
  });
}
