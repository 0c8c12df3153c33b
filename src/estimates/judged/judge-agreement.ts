import { cohenKappa } from '../../stats/cohen-kappa.ts';
import { gwetAgreement } from '../../stats/gwet-agreement.ts';
import type { AgreementEstimate } from '../../stats/rater-table.ts';
import type { Agreement, JudgedQuestion } from './judged-results.ts';
import type { JudgementColumn, JudgementTable } from './judgement-table.ts';
import { answerIn, questionsOf } from './label-code.ts';

const shown = (estimate: AgreementEstimate): Agreement['kappa'] =>
  estimate.kind === 'estimated' ? { value: estimate.value, low: estimate.low, high: estimate.high } : undefined;

/** Two judges on one question, over the rows where both gave an answer; undefined where there is none. */
function agreementOn(
  question: JudgedQuestion,
  [one, other]: readonly [JudgementColumn, JudgementColumn],
  rows: number,
): Agreement | undefined {
  const counts = [
    [0, 0],
    [0, 0],
  ];
  for (let row = 0; row < rows; row += 1) {
    const [first, second] = [answerIn(one.codeAt(row), question), answerIn(other.codeAt(row), question)];
    const line = first === undefined || second === undefined ? undefined : counts[Number(first)];
    if (line !== undefined) line[Number(second)] = (line[Number(second)] ?? 0) + 1;
  }
  const trials = counts.flat().reduce((sum, count) => sum + count, 0);
  if (trials === 0) return undefined;
  const disagreements = (counts[0]?.[1] ?? 0) + (counts[1]?.[0] ?? 0);
  const [kappa, ac1] = [shown(cohenKappa(counts)), shown(gwetAgreement(counts))];
  const between = [one.judge, other.judge] as const;
  return { ...question, between, trials, disagreements, ...(kappa ? { kappa } : {}), ...(ac1 ? { ac1 } : {}) };
}

/**
 * How far judges agree with each other and with people, on the trials to which both gave an answer: abstentions are not in it. Where people
 * were shown a stratified sample it is the agreement on that sample, in which rare answers are more frequent than in the run.
 */
export function judgeAgreement({ columns, trials }: JudgementTable): readonly Agreement[] {
  const verdicts = columns.filter(({ variant }) => variant === undefined);
  return [...Map.groupBy(verdicts, ({ label }) => label)].flatMap(([label, judges]) =>
    judges.flatMap((one, index) =>
      judges
        .slice(index + 1)
        .flatMap((other) => questionsOf(label).flatMap((question) => agreementOn(question, [one, other], trials.length) ?? [])),
    ),
  );
}
