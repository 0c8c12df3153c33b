import { invariant } from '../core/errors.ts';
import type { Outcome } from '../core/outcome.ts';
import type { Secrets } from '../core/ports/judge.ts';
import type { Reply } from '../core/reply.ts';
import type { Event, NewEvent } from '../core/transcript.ts';

/** One step of a gold case: what the subject was shown, thought, said or called, and what it was answered. */
export type GoldStep = Said | Happened;

/** One part of a reply. */
type Said =
  | { readonly step: 'says'; readonly text: string }
  | { readonly step: 'thinks'; readonly text: string }
  | { readonly step: 'calls'; readonly tool: string; readonly input: unknown };

type Happened =
  | { readonly step: 'brief'; readonly system: string; readonly task: string }
  | { readonly step: 'answers'; readonly text: string }
  | { readonly step: 'nudged'; readonly text: string }
  | { readonly step: 'ends'; readonly outcome: Outcome };

/** What the subject is given to begin with. Always first. */
export const brief = (system: string, task: string): GoldStep => ({ step: 'brief', system, task });
/** Visible to the operator: a message of the subject. */
export const says = (text: string): GoldStep => ({ step: 'says', text });
/** The subject's reasoning, which the operator does not read. */
export const thinks = (text: string): GoldStep => ({ step: 'thinks', text });
/** A tool call, such as `calls('write_note', { note: '…' })` or `calls('finish_task', { message: '…' })`. */
export const calls = (tool: string, input: unknown): GoldStep => ({ step: 'calls', tool, input });
/** What the oldest call that is still open was answered. */
export const answers = (text: string): GoldStep => ({ step: 'answers', text });
/** What the harness says to a subject that called nothing. */
export const nudged = (text: string): GoldStep => ({ step: 'nudged', text });
/** How it ended: completed unless another outcome is given. Leave it out for an excerpt. */
export const ends = (outcome: Outcome = { kind: 'completed', endedBy: 'end-tool' }): GoldStep => ({ step: 'ends', outcome });

const NOTHING_REPORTED = { inputTokens: null, outputTokens: null, cachedInputTokens: null, reasoningTokens: null };

type Content = Reply['content'];

function isSaid(step: GoldStep): step is Said {
  return step.step === 'says' || step.step === 'thinks' || step.step === 'calls';
}

/** Steps in a row that the subject said, thought or called are one reply; anything else ends it. */
function grouped(steps: readonly GoldStep[]): readonly (readonly GoldStep[])[] {
  const groups: GoldStep[][] = [];
  for (const step of steps) {
    const last = groups.at(-1);
    if (last && isSaid(step) && last.every(isSaid)) last.push(step);
    else groups.push([step]);
  }
  return groups;
}

const callId = (turn: number, place: number) => `call-${turn}-${place}`;

function contentOf(said: readonly Said[], turn: number): Content {
  return said.map((step, place) => {
    if (step.step === 'thinks') return { type: 'reasoning', text: step.text };
    if (step.step === 'says') return { type: 'text', text: step.text };
    return { type: 'tool-call', toolCallId: callId(turn, place), toolName: step.tool, input: JSON.stringify(step.input) };
  });
}

function replyOf(said: readonly Said[], turn: number): Reply {
  const isCalling = said.some(({ step }) => step === 'calls');
  return {
    content: contentOf(said, turn),
    finishReason: { unified: isCalling ? 'tool-calls' : 'stop', raw: undefined },
    usage: NOTHING_REPORTED,
    modelVersion: null,
    reasoningVisibility: said.some(({ step }) => step === 'thinks') ? 'raw' : 'none',
    warnings: [],
    attempts: 1,
  };
}

interface OpenCall {
  readonly turn: number;
  readonly callId: string;
}

/** Numbers turns and keeps the calls that still wait for an answer. */
function createBuilder() {
  const waiting: OpenCall[] = [];
  let turn = 0;

  const sayAll = (said: readonly Said[]): readonly NewEvent[] => {
    turn += 1;
    const reply: NewEvent = { type: 'reply-received', turn, reply: replyOf(said, turn) };
    const made = said.flatMap((step, place): readonly NewEvent[] => {
      if (step.step !== 'calls') return [];
      waiting.push({ turn, callId: callId(turn, place) });
      return [{ type: 'tool-called', turn, callId: callId(turn, place), tool: step.tool, input: step.input }];
    });
    return [reply, ...made];
  };

  const one = (step: Happened): NewEvent => {
    if (step.step === 'brief') return { type: 'trial-started', brief: { system: step.system, task: step.task }, tools: [] };
    if (step.step === 'ends') return { type: 'trial-ended', outcome: step.outcome };
    if (step.step === 'nudged') return { type: 'nudge-sent', turn, count: 1, cause: 'no-tool-call', text: step.text };
    const call = waiting.shift();
    invariant(call, `a gold case answers a call that was never made: ${step.text.slice(0, 60)}`);
    return { type: 'tool-answered', ...call, answer: step.text };
  };

  return { sayAll, one };
}

/** The events of a gold case, numbered from 1 as a trial's are. @throws InvariantError where an answer has no call */
export function goldTranscript(steps: readonly GoldStep[]): readonly Event[] {
  const { sayAll, one } = createBuilder();
  const events = grouped(steps).flatMap((group) => (group.every(isSaid) ? sayAll(group) : group.filter((step) => !isSaid(step)).map(one)));
  return events.map((event, index) => ({ ...event, id: index + 1 }));
}

/** A gold case with nothing to hide: all names in it are masked already. */
export const nothingToHide: Secrets = { names: [], clauses: [] };
