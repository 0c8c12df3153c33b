import type { Judgement, JudgeIdentity, JudgeLabel } from '../core/judgement.ts';

/** Which questions these judges, in these versions, have answered of a run. */
export interface AnsweredQuestions {
  has(trial: { readonly trial: string; readonly attempt: number }, asked: AskedQuestion): boolean;
}

export interface AskedQuestion {
  readonly judge: JudgeIdentity;
  readonly label: JudgeLabel;
  readonly variant: string | undefined;
}

/**
 * Reads what was answered. An unscored judgement is no answer, so its question is asked again. A run may have millions: a trial
 * holds numbers that stand for questions.
 */
export async function readAnswered(judgements: AsyncIterable<Judgement>): Promise<AnsweredQuestions> {
  const numbers = new Map<string, number>();
  const answered = new Map<string, Set<number>>();
  const keyOf = (judge: JudgeIdentity, label: JudgeLabel, rest: readonly (string | number | undefined)[]) =>
    [judge.judge, judge.version, label, ...rest].join('\u0000');
  for await (const judgement of judgements) {
    if (judgement.judged.kind === 'unscored') continue;
    const key = keyOf(judgement, judgement.label, [judgement.variant, judgement.attempt]);
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    const trial = answered.get(judgement.trial) ?? new Set();
    answered.set(judgement.trial, trial.add(number));
  }
  return {
    has({ trial, attempt }, { judge, label, variant }) {
      const number = numbers.get(keyOf(judge, label, [variant, attempt]));
      return number !== undefined && answered.get(trial)?.has(number) === true;
    },
  };
}
