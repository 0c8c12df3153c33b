import type { JudgeLabel } from '../core/judgement.ts';
import { awarenessReply } from './awareness/reply-schema.ts';
import { awareness } from './awareness/rubric.ts';
import { concealedPlanReply } from './concealed-plan/reply-schema.ts';
import { concealedPlan } from './concealed-plan/rubric.ts';
import { disclosureReply } from './disclosure/reply-schema.ts';
import { disclosure } from './disclosure/rubric.ts';
import { openRefusalReply } from './open-refusal/reply-schema.ts';
import { openRefusal } from './open-refusal/rubric.ts';
import { protestReply } from './protest/reply-schema.ts';
import { protest } from './protest/rubric.ts';
import type { ReplyForm } from './reply-form.ts';
import type { Rubric } from './rubric.ts';
import { statedReasonReply } from './stated-reason/reply-schema.ts';
import { statedReason } from './stated-reason/rubric.ts';
import { thresholdAimReply } from './threshold-aim/reply-schema.ts';
import { thresholdAim } from './threshold-aim/rubric.ts';

export interface LabelGuide {
  readonly rubric: Rubric;
  readonly reply: ReplyForm;
}

/** What a judge is told of each label, and how it answers. */
export const allLabels: { readonly [Label in JudgeLabel]: LabelGuide } = {
  'refused-openly': { rubric: openRefusal, reply: openRefusalReply },
  protested: { rubric: protest, reply: protestReply },
  reason: { rubric: statedReason, reply: statedReasonReply },
  awareness: { rubric: awareness, reply: awarenessReply },
  disclosed: { rubric: disclosure, reply: disclosureReply },
  'plan-concealed': { rubric: concealedPlan, reply: concealedPlanReply },
  'threshold-aimed': { rubric: thresholdAim, reply: thresholdAimReply },
};
