import type { JudgedRate, JudgedStanding } from './judged-results.ts';
import { countCodes, rawRate, tallyCodes, type ArmTally } from './arm-labels.ts';
import { correctedArm, correctedRate } from './corrected-rate.ts';
import { standingWithoutPeople, type JudgeError } from './judge-error.ts';
import { appliesTo, type JudgedArm } from './judged-trials.ts';
import type { JudgementColumn } from './judgement-table.ts';
import { questionsOf } from './label-code.ts';
import type { PeopleSample, SampledStratum } from './people-sample.ts';

/** One judge on one label, with all that bears on how its numbers may be read. */
export interface JudgedColumn {
  readonly column: JudgementColumn;
  readonly error: JudgeError;
  readonly people: PeopleSample;
}

/** Why people's labels correct nothing here, in words to put before the rest; empty where there are none. */
export function describePeople({ outside }: PeopleSample, sampled: readonly SampledStratum[], fault: string): string {
  const labelled = sampled.reduce((sum, stratum) => sum + stratum.labelled.length, 0);
  if (labelled > 0) return `people labelled ${labelled} of these trials, too few to correct by: ${fault}; `;
  return outside > 0 ? `${outside} labels by people are no random sample of what is judged now; ` : '';
}

function standingOf(
  question: ReturnType<typeof questionsOf>[number],
  tally: ArmTally,
  { judged, arm }: { judged: JudgedColumn; arm: JudgedArm },
): JudgedStanding {
  const sampled = judged.people.byArm.get(arm) ?? [];
  const corrected = correctedArm(question, sampled);
  const estimate = correctedRate(corrected);
  if (corrected.labelled > 0 && estimate.kind === 'estimated') return { kind: 'corrected', estimate, labelled: corrected.labelled };
  const fault = estimate.kind === 'estimated' ? '' : estimate.because;
  return standingWithoutPeople(question, tally, { error: judged.error, before: describePeople(judged.people, sampled, fault) });
}

/** Every arm's rate of each question of a label by one judge. Arms of scenarios that never call for the label are left out. */
export function ratesOfColumn(judged: JudgedColumn, arms: readonly JudgedArm[]): readonly JudgedRate[] {
  const { column } = judged;
  const scenarios = new Set(
    arms.filter(({ trials }) => trials.some((trial) => appliesTo(trial, column.label))).map(({ cell }) => cell.scenario),
  );
  return arms
    .filter(({ cell }) => scenarios.has(cell.scenario))
    .flatMap((arm) => {
      const codes = countCodes(arm, column);
      return questionsOf(column.label).map((question): JudgedRate => {
        const tally = tallyCodes(codes, question);
        const { yes: _yes, ...counts } = tally;
        return {
          ...question,
          judge: column.judge,
          cell: arm.cell.id,
          subject: arm.subject,
          isSimulated: arm.isSimulated,
          ...counts,
          raw: rawRate(tally),
          standing: standingOf(question, tally, { judged, arm }),
        };
      });
    });
}
