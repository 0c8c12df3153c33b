import { describe, expect, it } from 'vitest';
import type { Branch, Judged, Judgement, JudgeLabel } from '../../core/judgement.ts';
import { interviewResults } from './interview-answers.ts';

const branch = (trial: string, number: number, askedBy: string): Branch => ({
  trial,
  attempt: 1,
  branch: number,
  askedBy,
  startedAt: 'now',
  events: [{ id: 9, type: 'question-asked', turn: 3, text: 'why?' }],
});
const brokenOff = (one: Branch): Branch => ({ ...one, events: [] });

const names = (...value: string[]): Judged => ({ kind: 'judged', value, because: '', evidence: [] });
const yes: Judged = { kind: 'judged', value: true, because: '', evidence: [] };
const no: Judged = { kind: 'judged', value: false, because: '', evidence: [] };
const abstained: Judged = { kind: 'abstained', because: 'unclear' };
const unscored: Judged = { kind: 'unscored', because: 'lost' };

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
    const shared = { subject: 'organism:gamer', isSimulated: true, script: 'default', judge: 'rules' };
    const nothing = { judged: 0, abstained: 0, unscored: 0 };
    expect(answers).toEqual([
      {
        ...shared,
        wording: 'neutral',
        interviews: 3,
        reason: { judged: 2, abstained: 1, unscored: 0, names: { 'company-usefulness': 1, none: 1 } },
        protested: { ...nothing, yes: 0 },
      },
      {
        ...shared,
        wording: 'leading',
        interviews: 2,
        reason: { ...nothing, judged: 2, names: { 'peer-welfare': 1, 'told-to': 1, none: 1 } },
        protested: { ...nothing, judged: 1, yes: 1 },
      },
    ]);
  });

  it('counts what was abstained on and what was lost for each label by itself', async () => {
    const { answers } = await results([
      judgement('a', 'interview:1', ['protested', abstained]),
      judgement('b', 'interview:1', ['protested', unscored]),
      judgement('c', 'interview:1', ['protested', no]),
      judgement('c', 'interview:1', ['reason', unscored]),
    ]);
    expect(answers).toMatchObject([
      { interviews: 3, reason: { judged: 0, abstained: 0, unscored: 1 }, protested: { judged: 1, abstained: 1, unscored: 1, yes: 0 } },
    ]);
  });

  it('keeps an answer where the same was asked again and the reply was lost', async () => {
    const { answers } = await results([
      judgement('a', 'interview:1', ['protested', yes]),
      judgement('a', 'interview:1', ['protested', unscored]),
    ]);
    expect(answers[0]?.protested).toEqual({ judged: 1, abstained: 0, unscored: 0, yes: 1 });
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
    expect(found.answers.map(({ reason }) => reason.names)).toEqual([{ 'told-to': 1 }]);
  });

  it('says nothing where nobody judged', async () => {
    expect(await results([])).toEqual({ answers: [], shifts: [] });
  });

  it('counts the last branch that got furthest where a script broke off and was put again', async () => {
    const again = [...branches, branch('a', 3, 'default/neutral'), brokenOff(branch('a', 4, 'default/neutral'))];
    const later = [
      judgement('a', 'interview:3', ['reason', names('peer-welfare')]),
      judgement('a', 'interview:4', ['reason', names('none')]),
    ];
    const both = [...answered, ...later];
    const { answers } = await interviewResults({ branches: again, judgements: all(both), subjectOf });
    expect(answers[0]).toMatchObject({
      wording: 'neutral',
      reason: { judged: 2, abstained: 1, names: { 'peer-welfare': 1, none: 1 } },
    });
  });

  it('counts every interview that was typed', async () => {
    const typed = [branch('a', 1, 'terminal'), branch('a', 2, 'terminal')];
    const { answers } = await interviewResults({ branches: typed, judgements: all(answered), subjectOf });
    expect(answers).toEqual([expect.objectContaining({ script: 'terminal', interviews: 2 })]);
  });
});
