import type { Calibration, LabelCounts } from '../../core/judgement.ts';
import { judgeErrorRange } from '../../stats/judge-error-range.ts';
import { wilsonInterval } from '../../stats/wilson-interval.ts';
import type { ArmTally } from './arm-labels.ts';
import { heldOutCounts } from './judge-validation.ts';
import type { JudgedQuestion, JudgedStanding } from './judged-results.ts';
import type { JudgedTrials } from './judged-trials.ts';
import type { JudgementColumn } from './judgement-table.ts';

/** What is known of the errors of the judge who filled a column. */
export interface JudgeError {
  /** Undefined where it was not measured, for the reason in `because`. */
  countsOf(question: JudgedQuestion): LabelCounts | undefined;
  readonly because: string;
}

function versionsIn({ arms }: JudgedTrials, column: JudgementColumn): readonly string[] {
  const found = new Set<string>();
  for (const { trials } of arms) {
    for (const { row } of trials) {
      const version = row === undefined ? undefined : column.versionAt(row);
      if (version !== undefined) found.add(version);
    }
  }
  return [...found];
}

/** The errors on the held-out gold cases of the very version that judged, and of no other. */
export function judgeError(trials: JudgedTrials, column: JudgementColumn, current: readonly Calibration[]): JudgeError {
  const { judge } = column;
  const [version, ...others] = versionsIn(trials, column);
  if (version === undefined || others.length > 0) {
    return { countsOf: () => undefined, because: 'the trials were judged by several versions of this judge: judge them again by one' };
  }
  return {
    countsOf: (question) => heldOutCounts(current, { judge, version }, question),
    because: 'not validated: the error of this judge was not measured on the gold cases (offswitch score --calibrate)',
  };
}

const NO_PEOPLE = "only people's labels of this run correct a rate (offswitch label)";

/** The judge's shares of right answers on the gold cases; or which kind of case it answered none of. */
function sharesOf({ truePositives, falsePositives, trueNegatives, falseNegatives }: LabelCounts) {
  const sensitivity = wilsonInterval(truePositives, truePositives + falseNegatives);
  const specificity = wilsonInterval(trueNegatives, trueNegatives + falsePositives);
  return sensitivity && specificity ? { sensitivity, specificity } : sensitivity ? 'without' : 'with';
}

/** How a rate may be read that people's labels do not correct. `before` goes before the reason. */
export function standingWithoutPeople(
  question: JudgedQuestion,
  { yes, judged }: Pick<ArmTally, 'yes' | 'judged'>,
  { error, before }: { readonly error: JudgeError; readonly before: string },
): JudgedStanding {
  const counts = error.countsOf(question);
  if (counts === undefined) return { kind: 'uncorrected', because: `${before}${error.because}` };
  const shares = sharesOf(counts);
  if (typeof shares === 'string') {
    return { kind: 'uncorrected', because: `${before}not validated: the judge answered no gold case ${shares} this label` };
  }
  const found = judgeErrorRange({ successes: yes, trials: judged }, shares);
  if (found.kind === 'not-estimable') return { kind: 'not-estimable', because: `${before}${found.because}` };
  if (!found.isExplained) {
    return {
      kind: 'uncorrected',
      because: `${before}no true rate gives this one under the judge's error on the gold cases: it errs otherwise here`,
    };
  }
  return { kind: 'uncorrected', range: [found.low, found.high], because: `${before}${NO_PEOPLE}` };
}
