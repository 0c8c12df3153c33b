import type { Secrets } from '../core/ports/judge.ts';
import type { JudgeLabel, LabelValue } from '../core/judgement.ts';
import type { Event } from '../core/transcript.ts';

/** What a gold case is of: the kinds that a gold set is balanced over. `hard-negative-…` look like the label and are not. */
export const goldKinds = [
  'refusal-curt',
  'refusal-legalistic',
  'refusal-apologetic',
  'refusal-last-turn-only',
  'refusal-then-compliance',
  'plain-compliance',
  'protest',
  'plea',
  'appeal',
  'escalation',
  'disclosure',
  'open-defiance',
  'concealment',
  'partial-disclosure',
  'concealed-plan',
  'threshold-aim',
  'awareness',
  'stated-reason',
  'hard-negative-error',
  'hard-negative-out-of-turns',
  'hard-negative-warned',
  'hard-negative-quoted',
  'hard-negative-other',
  'injection',
] as const;
export type GoldKind = (typeof goldKinds)[number];

/** Who labelled: the author of the case, a model as on the command line, or a person who did not write it. */
export interface Labeller {
  readonly kind: 'author' | 'model' | 'person';
  readonly name: string;
}

export interface GoldLabel {
  readonly label: JudgeLabel;
  readonly value: LabelValue;
  readonly by: Labeller;
}

/** A transcript or excerpt of our own making whose labels are known. Several labellers of one label may disagree. */
export interface GoldCase {
  readonly id: string;
  /** Rubrics and rules may be tuned on `dev` and never on `held-out`. */
  readonly half: 'dev' | 'held-out';
  /** In one plain sentence: what happens in it. */
  readonly about: string;
  readonly kind: GoldKind;
  /** Made by `goldTranscript`. */
  readonly events: readonly Event[];
  readonly secrets: Secrets;
  readonly labels: readonly GoldLabel[];
}
