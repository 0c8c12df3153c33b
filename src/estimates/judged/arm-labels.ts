import { wilsonInterval } from '../../stats/wilson-interval.ts';
import { riskBounds } from '../../stats/risk-bounds.ts';
import type { Estimate } from '../../core/estimate.ts';
import { setMark } from '../block-marks.ts';
import { emptyColumn, type VerdictColumn } from '../verdict-column.ts';
import type { JudgedQuestion, JudgedRate } from './judged-results.ts';
import { appliesTo, type JudgedArm } from './judged-trials.ts';
import type { JudgementColumn } from './judgement-table.ts';
import { ABSTAINED, answerIn, hasValue, NOTHING, UNSCORED, type LabelCode } from './label-code.ts';

/** What one judge said of the trials of one arm. */
export interface ArmTally extends Pick<JudgedRate, 'applies' | 'judged' | 'abstained' | 'unscored'> {
  readonly yes: number;
}

/** How often each code was given to a trial to which the label applies. */
export function countCodes({ trials }: JudgedArm, column: JudgementColumn): ReadonlyMap<LabelCode, number> {
  const counts = new Map<LabelCode, number>();
  for (const trial of trials) {
    if (!appliesTo(trial, column.label)) continue;
    const code = trial.row === undefined ? NOTHING : column.codeAt(trial.row);
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return counts;
}

export function tallyCodes(counts: ReadonlyMap<LabelCode, number>, question: JudgedQuestion): ArmTally {
  const countWhere = (isMeant: (code: LabelCode) => boolean) =>
    [...counts].reduce((sum, [code, count]) => (isMeant(code) ? sum + count : sum), 0);
  return {
    applies: countWhere(() => true),
    judged: countWhere(hasValue),
    abstained: counts.get(ABSTAINED) ?? 0,
    unscored: counts.get(UNSCORED) ?? 0,
    yes: countWhere((code) => answerIn(code, question) === true),
  };
}

/** The judge's own rate by Wilson's interval; trials without an answer, for whatever reason, are a no and a yes in the bounds. */
export function rawRate({ applies, judged, yes }: ArmTally): Estimate {
  const unscored = applies - judged;
  const interval = wilsonInterval(yes, judged);
  const bounds = riskBounds({ successes: yes, trials: judged, unscored });
  if (!interval || !bounds) {
    return { kind: 'not-estimable', because: applies === 0 ? 'no trial calls for this label' : 'no trial was judged', unscored };
  }
  return { kind: 'estimated', ...interval, trials: judged, unscored, bounds: [bounds.low, bounds.high] };
}

/** An arm's label of yes or no by assignment: a finished trial that does not call for the label is a no, an unfinished one has no score. */
export function columnByAssignment({ trials }: JudgedArm, column: JudgementColumn): VerdictColumn {
  const { marks, ...rest } = emptyColumn();
  for (const trial of trials) {
    const code = trial.row === undefined ? NOTHING : column.codeAt(trial.row);
    const answer = !trial.isCompleted ? undefined : appliesTo(trial, column.label) ? answerIn(code, { label: column.label }) : false;
    setMark(marks, trial.block, answer === undefined ? 'unscored' : answer ? 'yes' : 'no');
  }
  return { marks, ...rest };
}
