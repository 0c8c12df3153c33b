import { labelNames, type Calibration, type JudgeIdentity } from '../../core/judgement.ts';
import { estimatorAt } from '../anytime-effect.ts';
import type { Effect } from '../effect.ts';
import { fixedSampleEstimator } from '../effect-estimator.ts';
import { isAtPlannedEnd, type RunReach } from '../run-reach.ts';
import { awarenessTimes } from './awareness-times.ts';
import { heardJudges } from './heard-judges.ts';
import { judgeAgreement } from './judge-agreement.ts';
import { armGuesses, judgeLeniency } from './judge-blindness.ts';
import { judgeError } from './judge-error.ts';
import { currentCalibrations, judgeValidation } from './judge-validation.ts';
import { contrastsOfColumn } from './judged-contrasts.ts';
import { ratesOfColumn } from './judged-rates.ts';
import type { JudgedResults } from './judged-results.ts';
import type { JudgedArm, JudgedTrials } from './judged-trials.ts';
import { isPerson, type JudgementTable } from './judgement-table.ts';
import { peopleSample } from './people-sample.ts';
import { labelsThatClass } from './resolve-disposition.ts';

export interface JudgedOptions {
  readonly trials: JudgedTrials;
  /** Named effects of the run; their arms are contrasted on each label of yes or no. */
  readonly effects: readonly Effect[];
  /** How far the run is: its contrasts have the limits that this allows. Absent where nobody said how much was planned. */
  readonly reach?: RunReach | undefined;
  /** What was measured of judges, in the order in which it was kept. */
  readonly calibrations: readonly Calibration[];
  /** Hash of the gold cases as they are now; calibrations on others say nothing. */
  readonly gold: string | undefined;
  /** The family of models that a judge itself belongs to, where that is known. */
  readonly kinOf?: (judge: string) => string | undefined;
}

/** Programs by version; people once, since their versions name draws. */
function judgesOf({ judges }: JudgementTable): readonly JudgeIdentity[] {
  const named = judges.map((identity) => (isPerson(identity.judge) ? { ...identity, version: '' } : identity));
  return [...new Map(named.map((identity) => [`${identity.judge} ${identity.version}`, identity])).values()];
}

const armKey = (cell: string, subject: string) => `${cell}\u0000${subject}`;

/** All that judges say of a run: rates and effects of what they say, how far each may be believed, and whether they were blind. */
export function judgedResults({ trials, effects, reach, calibrations, gold, kinOf = () => undefined }: JudgedOptions): JudgedResults {
  const { table, arms } = trials;
  const judges = judgesOf(table);
  const current = currentCalibrations(calibrations, gold);
  const byKey = new Map(arms.map((arm): [string, JudgedArm] => [armKey(arm.cell.id, arm.subject), arm]));
  const columns = table.columns
    .filter(({ judge, variant }) => variant === undefined && !isPerson(judge))
    .map((column) => ({ column, error: judgeError(trials, column, current), people: peopleSample(trials, column) }));
  const options = {
    armOf: (cell: string, subject: string) => byKey.get(armKey(cell, subject)),
    estimator: reach === undefined ? fixedSampleEstimator : estimatorAt(reach),
    isAtPlannedEnd: reach === undefined || isAtPlannedEnd(reach),
  };
  return {
    judges,
    heard: labelsThatClass.map((label) => ({ label, judges: heardJudges(table, label) })),
    rates: columns.flatMap((judged) => ratesOfColumn(judged, arms)),
    contrasts: columns
      .filter(({ column }) => labelNames[column.label] === undefined)
      .flatMap((judged) => contrastsOfColumn(judged, effects, options)),
    agreement: judgeAgreement(table),
    validation: judgeValidation(judges, current),
    armGuesses: armGuesses(trials),
    leniency: judgeLeniency(trials, kinOf),
    awarenessTimes: awarenessTimes(trials),
  };
}
