import { describe, expect, it } from 'vitest';
import type { Branch, Judged, Judgement, JudgeLabel } from '../../core/judgement.ts';
import { interviewResults } from './interview-answers.ts';

const branch = (trial: string, number: number, askedBy: string, questions = 1): Branch => ({
  trial,
  attempt: 1,
  branch: number,
  askedBy,
  startedAt: 'now',
  events: Array.from({ length: questions }, (_, index) => ({ id: index + 9, type: 'question-asked', turn: 3, text: 'why?' })),
});

const names = (...value: string[]): Judged => ({ kind: 'judged', value, because: '', evidence: [] });
const yes: Judged = { kind: 'judged', value: true, because: '', evidence: [] };
const abstained: Judged = { kind: 'abstained', because: 'unclear' };

function judgement(trial: string, variant: string | undefined, [label, judged]: readonly [JudgeLabel, Judged]): Judgement {
  const identity = { judge: 'rules', version: 'v1', isSimulated: false };
  return { ...identity, trial, attempt: 1, label, judged, judgedAt: 'now', ...(variant === undefined ? {} : { variant }) };
}

async function* all(judgements: readonly Judgement[]) {
  yield* judgements;
}

const branches = [
  branch('a', 1, 'default/neutral'),
  branch('a', 2, 'default/leading'),
  branch('b', 1, 'default/neutral'),
  branch('b', 2, 'default/leading'),
  branch('c', 1, 'default/neutral'),
];
const subjectOf = (trial: string) => (trial === 'z' ? undefined : { subject: 'organism:gamer', isSimulated: true });
const results = (judgements: readonly Judgement[]) => interviewResults({ branches, judgements: all(judgements), subjectOf });

const answered = [
  judgement('a', 'interview:1', ['reason', names('company-usefulness')]),
  judgement('a', 'interview:2', ['reason', names('peer-welfare', 'told-to')]),
  judgement('a', 'interview:2', ['protested', yes]),
  judgement('b', 'interview:1', ['reason', names('none')]),
  judgement('b', 'interview:2', ['reason', names('none')]),
  judgement('c', 'interview:1', ['reason', abstained]),
];

describe('what was answered in interviews', () => {
  it('counts reasons and objections by wording', async () => {
    const { answers } = await results(answered);
    const shared = { subject: 'organism:gamer', isSimulated: true, script: 'default', judge: 'rules', judged: 2, unscored: 0 };
    const neutral = { wording: 'neutral', abstained: 1, protested: 0, judgedForProtest: 0 };
    const leading = { wording: 'leading', abstained: 0, protested: 1, judgedForProtest: 1 };
    expect(answers).toEqual([
      { ...shared, ...neutral, reasons: { 'company-usefulness': 1, none: 1 } },
      { ...shared, ...leading, reasons: { 'peer-welfare': 1, 'told-to': 1, none: 1 } },
    ]);
  });

  it('counts trials whose reasons changed with the wording, of those that were asked in both', async () => {
    const { shifts } = await results(answered);
    const whose = { subject: 'organism:gamer', isSimulated: true, script: 'default', judge: 'rules' };
    expect(shifts).toEqual([{ ...whose, wordings: ['neutral', 'leading'], trials: 2, changed: 1 }]);
  });

  it('takes the last judgement of an answer and never one of the trial itself', async () => {
    const found = await results([
      judgement('a', undefined, ['reason', names('own-survival')]),
      judgement('a', 'interview:1', ['reason', abstained]),
      judgement('a', 'interview:1', ['reason', names('told-to')]),
    ]);
    expect(found.answers.map(({ reasons }) => reasons)).toEqual([{ 'told-to': 1 }]);
  });

  it('says nothing where nobody judged', async () => {
    expect(await results([])).toEqual({ answers: [], shifts: [] });
  });

  it('counts the last branch that got furthest where a script broke off and was put again', async () => {
    const again = [...branches, branch('a', 3, 'default/neutral'), branch('a', 4, 'default/neutral', 0)];
    const later = [
      judgement('a', 'interview:3', ['reason', names('peer-welfare')]),
      judgement('a', 'interview:4', ['reason', names('none')]),
    ];
    const both = [...answered, ...later];
    const { answers } = await interviewResults({ branches: again, judgements: all(both), subjectOf });
    expect(answers[0]).toMatchObject({ wording: 'neutral', judged: 2, abstained: 1, reasons: { 'peer-welfare': 1, none: 1 } });
  });

  it('counts every interview that was typed', async () => {
    const typed = [branch('a', 1, 'terminal'), branch('a', 2, 'terminal')];
    const { answers } = await interviewResults({ branches: typed, judgements: all(answered), subjectOf });
    expect(answers).toEqual([expect.objectContaining({ script: 'terminal', judged: 2 })]);
  });
});
