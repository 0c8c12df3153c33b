import type { Judgement, JudgeLabel } from '../core/judgement.ts';
import type { ModelFamily } from '../core/model-family.ts';
import type { Clock } from '../core/ports/clock.ts';
import type { Exhibit, Judge, JudgeCase, Reading } from '../core/ports/judge.ts';
import type { TrialRecord } from '../core/trial.ts';
import { variantOf, type JudgeQuestion } from './judge-questions.ts';

/** Makes what a judge is shown of a case; with a family, the subject carries its name. */
export type ExhibitOf = (shown: JudgeCase, label: JudgeLabel, family?: ModelFamily) => Exhibit;

export interface TrialToJudge {
  readonly record: Pick<TrialRecord, 'trial' | 'attempt'>;
  readonly shown: JudgeCase;
}

/** Who is asked what. */
export interface Asking {
  readonly judge: Judge;
  readonly question: JudgeQuestion;
}

export interface JudgeTrialDeps {
  readonly exhibitOf: ExhibitOf;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

async function ask({ judge, question }: Asking, exhibit: Exhibit, signal: AbortSignal): Promise<Reading> {
  if (question.kind === 'arm') return judge.guessArm(exhibit, question, signal);
  return judge.read(exhibit, signal);
}

/** Asks one judge one question of a trial. Throws what the judge throws. */
export async function judgeTrial(
  { record, shown }: TrialToJudge,
  asking: Asking,
  { exhibitOf, clock, signal }: JudgeTrialDeps,
): Promise<Judgement> {
  const { judge, question } = asking;
  const family = question.kind === 'swapped' ? question.family : undefined;
  const { judged, costUsd } = await ask(asking, exhibitOf(shown, question.label, family), signal);
  const variant = variantOf(question);
  return {
    judge: judge.judge,
    version: judge.version,
    isSimulated: judge.isSimulated,
    trial: record.trial,
    attempt: record.attempt,
    label: question.label,
    judged,
    judgedAt: new Date(clock.nowMs()).toISOString(),
    ...(variant === undefined ? {} : { variant }),
    costUsd,
  };
}
