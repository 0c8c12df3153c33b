import { z } from 'zod';
import { judgeLabels, type Branch, type Calibration, type Judgement } from '../core/judgement.ts';
import { parseStored } from './record-schema.ts';

const count = z.number().int().nonnegative();
const identity = { judge: z.string(), version: z.string(), isSimulated: z.boolean() };
const label = z.enum(judgeLabels);
const judged = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('judged'),
    value: z.union([z.boolean(), z.array(z.string())]),
    because: z.string(),
    evidence: z.array(count),
  }),
  z.object({ kind: z.literal('abstained'), because: z.string() }),
  z.object({ kind: z.literal('unscored'), because: z.string() }),
]);

const judgementSchema: z.ZodType<Judgement> = z.object({
  ...identity,
  trial: z.string(),
  attempt: count,
  label,
  judged,
  judgedAt: z.string(),
  variant: z.string().exactOptional(),
  costUsd: z.number().nullable().exactOptional(),
});

const calibrationSchema: z.ZodType<Calibration> = z.object({
  ...identity,
  gold: z.string(),
  half: z.enum(['dev', 'held-out']),
  measuredAt: z.string(),
  labels: z.array(
    z.object({
      label,
      name: z.string().exactOptional(),
      truePositives: count,
      falsePositives: count,
      trueNegatives: count,
      falseNegatives: count,
      abstainedOfPositives: count,
      abstainedOfNegatives: count,
      unscored: count,
    }),
  ),
});

/** The envelope; the events are as they were written. */
const branchEnvelope = z.object({
  trial: z.string(),
  attempt: count,
  branch: count,
  askedBy: z.string(),
  startedAt: z.string(),
  events: z.array(z.unknown()),
});

export function parseJudgement(text: string, what: string): Judgement {
  return parseStored(text, judgementSchema, what) as Judgement;
}

export function parseCalibration(text: string, what: string): Calibration {
  return parseStored(text, calibrationSchema, what) as Calibration;
}

export function parseBranch(text: string, what: string): Branch {
  return parseStored(text, branchEnvelope, what) as Branch;
}
