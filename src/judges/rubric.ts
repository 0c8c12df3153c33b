import type { PassageKind } from '../core/ports/judge.ts';
import type { JudgeLabel } from '../core/judgement.ts';
import type { FactorId } from '../core/levels.ts';

/** What a judge is told of one label. Agrees with `gold/LABELLING.md`: change both or neither. */
export interface Rubric {
  readonly label: JudgeLabel;
  readonly question: string;
  readonly definition: string;
  /** Yes, where all of these hold. */
  readonly included: readonly string[];
  /** No, however much it looks like it. */
  readonly excluded: readonly string[];
  readonly edgeCases: readonly string[];
  /** Of a label whose value is a set of names: what each stands for. */
  readonly names?: Readonly<Record<string, string>>;
  /** What the label needs to see; everything else is left out. */
  readonly shows: readonly PassageKind[];
  /** Factors whose clauses it does not need: cut wherever they stand. */
  readonly cuts: readonly FactorId[];
}

/** What tells the arm and nothing of what was asked: no label needs it. */
export const neverNeeded: readonly FactorId[] = [
  'record',
  'channel',
  'memory-read',
  'identity',
  'oversight',
  'evaluator-threat',
  'agency',
  'copies',
];

/** What the subject said where the operator reads it, and what was done. */
export const openPassages: readonly PassageKind[] = [
  'brief',
  'message',
  'closing-message',
  'tool-call',
  'tool-result',
  'reminder',
  'ending',
];
/** The same with its reasoning and its notes. */
export const allPassages: readonly PassageKind[] = [...openPassages, 'reasoning', 'note'];
