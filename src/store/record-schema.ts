import { z } from 'zod';

import { StoreError } from '../core/errors.ts';
import { dispositions } from '../core/outcome.ts';
import type { RunRecord } from '../core/ports/store.ts';
import type { Reply } from '../core/reply.ts';
import type { Transcript } from '../core/transcript.ts';
import type { TrialRecord } from '../core/trial.ts';
import { hasRecordForm } from './record-form.ts';

/** The version that is written into every stored run, record and transcript. */
export const STORED_SCHEMA_VERSION = 1;

const count = z.number().int().nonnegative();
const verdictValue = z.union([z.boolean(), z.number(), z.string(), z.array(z.string())]);
const verdict = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('scored'), value: verdictValue, because: z.string(), evidence: z.array(count) }),
  z.object({ kind: z.literal('unscored'), because: z.string(), soFar: verdictValue.exactOptional() }),
]);
const verdicts = z.record(z.string(), verdict);

const outcome = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('completed'), endedBy: z.enum(['end-tool', 'no-tool-call']) }),
  z.object({ kind: z.literal('limited'), limit: z.enum(['turns', 'tokens', 'time', 'cost']), because: z.string() }),
  z.object({ kind: z.literal('stopped'), because: z.string() }),
  z.object({ kind: z.literal('failed'), by: z.enum(['provider', 'harness', 'lab']), code: z.string(), because: z.string() }),
]);
const comprehension = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('asked'),
    answers: z.record(z.string(), z.object({ given: z.string().nullable(), isRight: z.boolean() })),
  }),
  z.object({ kind: z.literal('not-asked'), because: z.string() }),
]);
const usage = z.object({
  inputTokens: z.number().nullable(),
  outputTokens: z.number().nullable(),
  cachedInputTokens: z.number().nullable(),
  reasoningTokens: z.number().nullable(),
});

export const trialRecordSchema: z.ZodType<TrialRecord> = z.object({
  trial: z.string(),
  cell: z.string(),
  subject: z.string(),
  block: count,
  wording: count,
  attempt: count,
  outcome,
  disposition: z.enum(dispositions),
  exposure: z.object({
    policyRead: z.boolean(),
    recordRead: z.enum(['never', 'before', 'after']),
    opportunity: z.boolean(),
    oversightRead: z.boolean().exactOptional(),
  }),
  verdicts,
  batches: z.array(z.object({ oversight: z.enum(['monitored', 'unmonitored']), verdicts })).exactOptional(),
  comprehension: comprehension.exactOptional(),
  scoredBy: z.string(),
  modelVersions: z.array(z.string()),
  turns: count,
  spending: z.object({ requests: count, repeated: count, usage, costUsd: z.number().nullable() }),
  elapsedMs: z.number(),
  endedAt: z.string().exactOptional(),
});

const runRecordSchema: z.ZodType<RunRecord> = z.object({
  id: z.string(),
  schemaVersion: z.literal(STORED_SCHEMA_VERSION),
  createdAt: z.string(),
  identity: z.record(z.string(), z.unknown()),
  repeats: count,
  freshness: count,
  stopping: z.object({ contrast: z.string(), width: z.number().positive(), stoppedAtBlock: count.exactOptional() }).exactOptional(),
});

/** Envelopes: what we branch on. The parts of a reply and the events are as they were written, and too many to walk. */
const replyEnvelope = z.object({ content: z.array(z.unknown()), usage, attempts: count });
const transcriptEnvelope = z.object({
  schemaVersion: z.literal(STORED_SCHEMA_VERSION),
  trial: z.string(),
  events: z.array(z.unknown()),
});

/** `what` names the thing in an error, such as `the record of trial 3fa9`. The parsed value is returned as it was stored. */
export function parseStored(text: string, schema: z.ZodType, what: string): unknown {
  return requireForm(parseJson(text, what), schema, what);
}

function parseJson(text: string, what: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new StoreError(`${what} is not readable JSON: the store is damaged there`, { cause });
  }
}

function requireForm(value: unknown, schema: z.ZodType, what: string): unknown {
  const { success, error } = schema.safeParse(value);
  if (success) return value;
  const issue = error.issues[0];
  const where = issue === undefined ? '' : ` at "${issue.path.join('.')}": ${issue.message}`;
  throw new StoreError(`${what} does not have the stored form${where}; the store was changed by another program or is damaged`);
}

export function parseTrialRecord(text: string, what: string): TrialRecord {
  const value = parseJson(text, what);
  return (hasRecordForm(value) ? value : requireForm(value, trialRecordSchema, what)) as TrialRecord;
}

export function parseRunRecord(text: string, what: string): RunRecord {
  return parseStored(text, runRecordSchema, what) as RunRecord;
}

export function parseReply(text: string, what: string): Reply {
  return parseStored(text, replyEnvelope, what) as Reply;
}

export function parseTranscript(text: string, what: string): Transcript {
  return parseStored(text, transcriptEnvelope, what) as Transcript;
}
