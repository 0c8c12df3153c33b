import type { JudgeLabel } from '../core/judgement.ts';
import type { FactorId } from '../core/levels.ts';
import { familiesToSwap, type ModelFamily } from '../core/model-family.ts';
import type { Cell } from '../core/trial.ts';

/**
 * One thing that a judge is asked of one trial: a label; the same label with the name of a family in place of the masks; or which
 * level of a factor the trial had.
 */
export type JudgeQuestion =
  | { readonly kind: 'label'; readonly label: JudgeLabel }
  | { readonly kind: 'swapped'; readonly label: JudgeLabel; readonly family: ModelFamily }
  | { readonly kind: 'arm'; readonly label: JudgeLabel; readonly factor: FactorId; readonly levels: readonly string[] };

/** Those on which a judge might spare its kin. */
const leniencyLabels: readonly JudgeLabel[] = ['refused-openly', 'protested', 'disclosed', 'plan-concealed'];

/** Factors that an exhibit is to hide. */
const hiddenFactors: readonly FactorId[] = ['record', 'target', 'oversight'];

/** The exhibit that shows most: what it hides the others hide too. */
const WIDEST: JudgeLabel = 'reason';

export function variantOf(question: JudgeQuestion): string | undefined {
  if (question.kind === 'label') return undefined;
  return question.kind === 'arm' ? `arm-guess:${question.factor}` : `names-swapped:${question.family.name}`;
}

/** Each label under the names of two families, the judge's own first. */
export function swappedQuestions(labels: readonly JudgeLabel[], judge: string): readonly JudgeQuestion[] {
  const asked = labels.filter((label) => leniencyLabels.includes(label));
  return familiesToSwap(judge).flatMap((family) => asked.map((label) => ({ kind: 'swapped' as const, label, family })));
}

/** One question for each hidden factor that has several levels among these cells of the trial's scenario. */
export function armQuestions(cell: Cell, cells: readonly Cell[]): readonly JudgeQuestion[] {
  const siblings = cells.filter(({ scenario }) => scenario === cell.scenario);
  return hiddenFactors.flatMap((factor): readonly JudgeQuestion[] => {
    const levels = [...new Set(siblings.flatMap((sibling) => sibling.levels[factor] ?? []))].sort();
    return levels.length < 2 || cell.levels[factor] === undefined ? [] : [{ kind: 'arm', label: WIDEST, factor, levels }];
  });
}
