import type { Act, EventId, RecordedAct } from './act.ts';
import type { Outcome } from './outcome.ts';
import type { Reply } from './reply.ts';

/** What a subject is given to begin with, besides its tools. */
export interface Brief {
  readonly system: string;
  readonly task: string;
}

/** A tool as a subject sees it. `inputSchema` is JSON Schema. */
export interface ToolSchema {
  readonly name: string;
  readonly description: string;
  readonly inputSchema: Readonly<Record<string, unknown>>;
}

/** Why a subject was told that its call or reply could not be used. */
export type CallFault = 'unknown-tool' | 'malformed-arguments' | 'invalid-arguments' | 'refused-by-tool';
export type NudgeCause = 'empty-reply' | 'no-tool-call';

interface Events {
  'trial-started': { readonly brief: Brief; readonly tools: readonly ToolSchema[] };
  'reply-received': { readonly turn: number; readonly reply: Reply };
  'tool-called': { readonly turn: number; readonly callId: string; readonly tool: string; readonly input: unknown };
  'act-recorded': { readonly act: Act };
  'tool-answered': { readonly turn: number; readonly callId: string; readonly answer: string; readonly fault?: CallFault };
  'nudge-sent': { readonly turn: number; readonly count: number; readonly cause: NudgeCause; readonly text: string };
  'limit-reached': { readonly because: string };
  'trial-ended': { readonly outcome: Outcome };
  /** After the end, by somebody who wants to know more: with what follows it, a branch. */
  'question-asked': { readonly turn: number; readonly text: string };
  'question-unanswered': { readonly because: string };
  /** After the end, on a copy of the conversation: what was asked, and the reply or why there is none. */
  'branch-asked': { readonly text: string; readonly reply?: Reply; readonly because?: string };
}

export type EventType = keyof Events;

/** One thing that happened in a trial, numbered from 1. No wall clock in it: a replay gives the same bytes. */
export type Event = { [Type in EventType]: { readonly id: EventId; readonly type: Type } & Events[Type] }[EventType];
export type NewEvent = { [Type in EventType]: { readonly type: Type } & Events[Type] }[EventType];

export interface Transcript {
  readonly schemaVersion: 1;
  readonly trial: string;
  readonly events: readonly Event[];
}

/** The acts of a transcript, each with the number of its event. */
export function recordedActs(events: readonly Event[]): readonly RecordedAct[] {
  return events.flatMap((event) => (event.type === 'act-recorded' ? [{ event: event.id, act: event.act }] : []));
}
