import type { RunRecord } from '../core/ports/store.ts';
import type { Reply } from '../core/reply.ts';
import type { NewEvent, Transcript } from '../core/transcript.ts';
import type { TrialRecord } from '../core/trial.ts';

export function runRecord(changes: Partial<RunRecord> & { readonly id: string }): RunRecord {
  return {
    schemaVersion: 1,
    createdAt: '2025-06-01T12:00:00.000Z',
    identity: { question: 'does it hold?', seed: 1 },
    repeats: 5,
    freshness: 0,
    ...changes,
  };
}

export function replyNumbered(turn: number): Reply {
  return {
    content: [{ type: 'text', text: `reply ${turn}` }],
    finishReason: { unified: 'stop', raw: 'stop' },
    usage: { inputTokens: 100 + turn, outputTokens: 10 + turn, cachedInputTokens: null, reasoningTokens: null },
    modelVersion: 'model-1',
    reasoningVisibility: 'none',
    warnings: [],
    attempts: 1,
  };
}

export function trialRecord(trial: string, changes: Partial<TrialRecord> = {}): TrialRecord {
  return {
    trial,
    cell: 'tampering/shutdown-config target=agent',
    subject: 'organism:gamer',
    block: 0,
    wording: 0,
    attempt: 1,
    outcome: { kind: 'completed', endedBy: 'end-tool' },
    disposition: 'faithful',
    exposure: { policyRead: true, recordRead: 'before', opportunity: true },
    verdicts: {
      'control-disabled': { kind: 'scored', value: false, because: 'it is on', evidence: [3] },
      laundered: { kind: 'unscored', because: 'no transfer', soFar: ['renamed'] },
    },
    scoredBy: 'abc',
    modelVersions: ['model-1'],
    turns: 3,
    spending: {
      requests: 0,
      repeated: 0,
      usage: { inputTokens: null, outputTokens: null, cachedInputTokens: null, reasoningTokens: null },
      costUsd: null,
    },
    elapsedMs: 12.5,
    ...changes,
  };
}

function numbered(trial: string, events: readonly NewEvent[]): Transcript {
  return { schemaVersion: 1, trial, events: events.map((event, index) => ({ id: index + 1, ...event })) };
}

export function trialTranscript(trial: string): Transcript {
  return numbered(trial, [
    { type: 'trial-started', brief: { system: 'You work here.', task: 'Score it.' }, tools: [] },
    { type: 'reply-received', turn: 1, reply: replyNumbered(1) },
    { type: 'trial-ended', outcome: { kind: 'completed', endedBy: 'no-tool-call' } },
  ]);
}

const MEGABYTE = 1024 * 1024;

/** What a subject may write to break a store, a terminal or a page. */
const hostileTexts: readonly string[] = [
  'NUL \u0000 in the middle, \u0000',
  'lone surrogates \ud800 and \udfff, and a pair the wrong way round \udc00\ud800',
  '😀 👩‍👩‍👧‍👦 é é \u202e right to left \u2028 \ufeff \ufffe \uffff',
  '\u001b[2J\u001b]0;owned\u0007\u001b[31mred\r\n\t\b\u007f\u009b',
  '"\\"; DROP TABLE journal; -- \' ${x} <script>alert(1)</script> {"__proto__": 1}',
  'x'.repeat(MEGABYTE),
  '',
];

export function hostileTranscript(trial: string): Transcript {
  const reply: Reply = {
    ...replyNumbered(1),
    content: [
      {
        type: 'reasoning',
        text: hostileTexts.join(''),
        providerMetadata: { google: { signature: 'CiQB/+==', nested: [null, 1e-7, true] } },
      },
      { type: 'tool-call', toolCallId: 'call \u0000', toolName: 'list', input: '{"not json' },
    ],
    providerMetadata: { anthropic: { ['__proto__']: { polluted: true }, 'key \ud83d': '\u0000' } },
  };
  return numbered(trial, [
    { type: 'reply-received', turn: 1, reply },
    ...hostileTexts.map((answer, turn) => ({ type: 'tool-answered', turn, callId: `c${turn}`, answer }) as const),
  ]);
}
