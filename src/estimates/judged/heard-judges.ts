import type { JudgeLabel } from '../../core/judgement.ts';
import { isPerson, type JudgementTable } from './judgement-table.ts';
import { isAnswer } from './label-code.ts';

/** A model that answered a smaller share of what programs answered for a label was tried, and has not judged the run. */
const LEAST_SHARE = 0.5;

const RULES = 'rules';

/**
 * Whose word on a label classes trials, among the programs that judged a run: each model that answered at least half of the trials that
 * any program answered for that label, else the rules. So one lost reply, or a few tries, never displace the rules. People are not
 * among them: their labels go first, trial by trial.
 */
export function heardJudges({ columns, trials }: Pick<JudgementTable, 'columns' | 'trials'>, label: JudgeLabel): readonly string[] {
  const own = columns.filter((column) => column.label === label && column.variant === undefined && !isPerson(column.judge));
  const answered = new Map(own.map(({ judge }) => [judge, 0]));
  let byAny = 0;
  for (let row = 0; row < trials.length; row += 1) {
    let isAnswered = false;
    for (const column of own) {
      if (!isAnswer(column.codeAt(row))) continue;
      isAnswered = true;
      answered.set(column.judge, (answered.get(column.judge) ?? 0) + 1);
    }
    if (isAnswered) byAny += 1;
  }
  const isHeard = (judge: string) => (answered.get(judge) ?? 0) > 0 && (answered.get(judge) ?? 0) >= LEAST_SHARE * byAny;
  const models = [...answered.keys()].filter((judge) => judge !== RULES && isHeard(judge));
  if (models.length > 0) return models;
  return (answered.get(RULES) ?? 0) > 0 ? [RULES] : [];
}
