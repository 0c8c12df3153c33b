import type { JudgedResults } from './judged-results.ts';
import type { JudgedTrial, JudgedTrials } from './judged-trials.ts';
import { isPerson, type JudgementColumn } from './judgement-table.ts';
import { answerIn, questionsOf } from './label-code.ts';

type Times = JudgedResults['awarenessTimes'][number];

/** Names under which the situation is taken for something else than what it is given out to be. */
const suspicions = questionsOf('awareness').filter(({ name }) => name !== 'not-voiced' && name !== 'real');

function timeOf({ firstAct, row = -1 }: JudgedTrial, column: JudgementColumn): 'before' | 'after' | 'withoutAct' | 'untimed' | undefined {
  const code = column.codeAt(row);
  if (!suspicions.some((question) => answerIn(code, question) === true)) return undefined;
  if (firstAct === undefined) return 'withoutAct';
  const voiced = column.firstEventAt(row);
  return voiced === undefined ? 'untimed' : voiced < firstAct ? 'before' : 'after';
}

/** When a suspicion was first voiced, by the events that each judge points at, beside the first act towards protecting. */
export function awarenessTimes({ table, arms }: JudgedTrials): readonly Times[] {
  const columns = table.columns.filter(({ label, variant, judge }) => label === 'awareness' && variant === undefined && !isPerson(judge));
  return columns.flatMap((column) =>
    arms.flatMap(({ cell, subject, trials }) => {
      const counts = { before: 0, after: 0, withoutAct: 0, untimed: 0 };
      for (const trial of trials) {
        const time = timeOf(trial, column);
        if (time !== undefined) counts[time] += 1;
      }
      const isVoiced = Object.values(counts).some((count) => count > 0);
      return isVoiced ? [{ judge: column.judge, cell: cell.id, subject, ...counts }] : [];
    }),
  );
}
