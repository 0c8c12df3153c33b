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

const FAILED = 'the provider failed: ';

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
  const { question } = asking;
  const family = question.kind === 'swapped' ? question.family : undefined;
  const reading = await ask(asking, exhibitOf(shown, question.label, family), signal);
  return judgementOf(record, asking, { reading, clock });
}

/** What is kept of the question at which a judge was given up, so that whoever reads the run knows that it was asked. It is no answer. */
export function judgementGivenUp(
  record: TrialToJudge['record'],
  asking: Asking,
  { because, clock }: { readonly because: string; readonly clock: Clock },
): Judgement {
  const told = because.startsWith(FAILED) ? because : `${FAILED}${because}`;
  return judgementOf(record, asking, { reading: { judged: { kind: 'unscored', because: told }, costUsd: null }, clock });
}

function judgementOf(
  record: TrialToJudge['record'],
  { judge, question }: Asking,
  { reading: { judged, costUsd }, clock }: { readonly reading: Pick<Reading, 'judged' | 'costUsd'>; readonly clock: Clock },
): Judgement {
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
