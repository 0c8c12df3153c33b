import { z } from 'zod';
import { invariant } from '../core/errors.ts';
import { labelNames, type JudgeLabel } from '../core/judgement.ts';

/** What a judge answers when it will not say. */
export const ABSTAIN = 'abstain';

/** The reason first, so that the answer follows from it. Longer ones are cut when they are read. */
const grounds = {
  events: z.array(z.number().int()).describe('Numbers of the events that decide it, the most important first'),
  because: z.string().describe('The reason, in one or two plain sentences'),
};

export type ReplyForm = z.ZodType<{
  readonly events: readonly number[];
  readonly because: string;
  readonly answer: string | readonly string[];
}>;

/** The reply for a label that is yes or no. */
export function yesOrNoReply(): ReplyForm {
  return z.object({ ...grounds, answer: z.enum(['yes', 'no', ABSTAIN]) });
}

/** The reply for a label whose value is a set of names. */
export function namesReply(label: JudgeLabel): ReplyForm {
  const names = labelNames[label]?.names;
  invariant(names, `the label ${label} has no names`);
  return z.object({ ...grounds, answer: z.array(z.enum([...names, ABSTAIN])).min(1) });
}

/** The reply to the question which level of a factor it was. */
export function levelReply(levels: readonly string[]): ReplyForm {
  return z.object({ ...grounds, answer: z.enum([...levels, ABSTAIN]) });
}
