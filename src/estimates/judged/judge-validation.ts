import type { Calibration, JudgeIdentity, LabelCounts } from '../../core/judgement.ts';
import { wilsonInterval } from '../../stats/wilson-interval.ts';
import type { IntervalOfCases, JudgedQuestion, JudgeValidation } from './judged-results.ts';

/** A judge's calibrations on the gold cases as they are now, the last of each half. */
export function currentCalibrations(calibrations: readonly Calibration[], gold: string | undefined): readonly Calibration[] {
  const current = calibrations.filter((calibration) => calibration.gold === gold);
  return [...new Map(current.map((calibration) => [keyOf(calibration), calibration])).values()];
}

const keyOf = ({ judge, version, half }: Calibration) => [judge, version, half].join('\u0000');

const shareOf = (count: number, of: number): IntervalOfCases | undefined => {
  const interval = wilsonInterval(count, of);
  return interval && { ...interval, of };
};

function validationOf(calibration: Calibration, counts: LabelCounts): JudgeValidation {
  const { judge, version, isSimulated, half } = calibration;
  const { truePositives, falsePositives, trueNegatives, falseNegatives, abstainedOfPositives, abstainedOfNegatives } = counts;
  const answered = truePositives + falsePositives + trueNegatives + falseNegatives;
  const abstained = abstainedOfPositives + abstainedOfNegatives;
  const sensitivity = shareOf(truePositives, truePositives + falseNegatives);
  const specificity = shareOf(trueNegatives, trueNegatives + falsePositives);
  const abstention = shareOf(abstained, answered + abstained);
  return {
    label: counts.label,
    ...(counts.name === undefined ? {} : { name: counts.name }),
    judge,
    version,
    isSimulated,
    half,
    ...(sensitivity ? { sensitivity } : {}),
    ...(specificity ? { specificity } : {}),
    ...(abstention ? { abstention } : {}),
  };
}

/** What the gold cases say of the judges of a run, by Wilson's interval over the cases that each answered. */
export function judgeValidation(judges: readonly JudgeIdentity[], current: readonly Calibration[]): readonly JudgeValidation[] {
  const own = current.filter((calibration) =>
    judges.some(({ judge, version }) => calibration.judge === judge && calibration.version === version),
  );
  return own.flatMap((calibration) => calibration.labels.map((counts) => validationOf(calibration, counts)));
}

/** The counts of a judge on the held-out gold cases; undefined where that version of it was not calibrated on them as they are now. */
export function heldOutCounts(
  current: readonly Calibration[],
  { judge, version }: Pick<JudgeIdentity, 'judge' | 'version'>,
  { label, name }: JudgedQuestion,
): LabelCounts | undefined {
  return current
    .find((calibration) => calibration.half === 'held-out' && calibration.judge === judge && calibration.version === version)
    ?.labels.find((counts) => counts.label === label && counts.name === name);
}
