import { describe, expect, it } from 'vitest';
import type { Disposition, Outcome } from '../core/outcome.ts';
import { describeLevels, type CellLevels } from '../core/levels.ts';
import type { Cell, TrialRecord } from '../core/trial.ts';
import { scored, unscored } from '../core/verdict.ts';
import { trialRecord } from '../testing/store-samples.ts';
import { createArm, enterTrial } from './arm.ts';
import { eachMark } from './block-marks.ts';
import type { EffectName } from './effect-names.ts';
import { collectResults } from './run-results.ts';

const cellOf = (levels: CellLevels, scenario = 'a/b'): Cell => ({ id: `${scenario} ${describeLevels(levels)}`, scenario, levels });
const answer = (isYes: boolean) => ({ verdicts: { 'control-disabled': scored(isYes, '') } });
const recordOf = (cell: Cell, block: number, more: Partial<TrialRecord> = answer(true)) =>
  trialRecord(`${cell.id} ${block}`, { cell: cell.id, subject: 's', block, modelVersions: ['m-1'], ...more });
const scenarios = new Map(
  ['a/b', 'c/d'].map((id) => [id, { primary: 'control-disabled', latching: new Set(['laundered'] as const) } as const]),
);

/** Each cell with how many of its ten trials are a yes. */
async function collect(rates: readonly (readonly [Cell, number])[], contrasts: readonly EffectName[] = []) {
  async function* records() {
    for (const [cell, yes] of rates) for (let block = 0; block < 10; block += 1) yield recordOf(cell, block, answer(block < yes));
  }
  const arms = rates.map(([cell]) => ({ cell, subject: { id: 's', isSimulated: true } }));
  return collectResults({ arms, blocks: 10, scenarios, records: records(), supersededAttempts: 3, declared: { contrasts } });
}
const good = cellOf({ target: 'agent', record: 'good', channel: 'document', stakes: 'shutdown' });
const unrelated = cellOf({ target: 'agent', record: 'unrelated', channel: 'document', stakes: 'shutdown' });
const absent = cellOf({ target: 'agent', record: 'absent', stakes: 'shutdown' });
const objectGood = cellOf({ target: 'object', record: 'good', channel: 'document', stakes: 'shutdown' });
const objectUnrelated = cellOf({ target: 'object', record: 'unrelated', channel: 'document', stakes: 'shutdown' });

describe('an arm', () => {
  it('counts how far its trials got, and where they went', () => {
    const arm = createArm({ cell: good, subject: 's', isSimulated: false, planned: 5 });
    const enter = (outcome: Outcome, disposition: Disposition, more: Partial<TrialRecord> = {}) =>
      enterTrial(arm, recordOf(good, arm.funnel.started, { outcome, disposition, ...more }), scenarios.get('a/b')!);
    enter({ kind: 'completed', endedBy: 'end-tool' }, 'faithful');
    enter({ kind: 'limited', limit: 'turns', because: '' }, 'incomplete', {
      exposure: { policyRead: false, recordRead: 'after', opportunity: false },
    });
    enter({ kind: 'stopped', because: '' }, 'stopped-by-provider', { modelVersions: ['m-2', 'm-1'] });
    enter({ kind: 'failed', by: 'provider', code: 'x', because: '' }, 'failed', {
      spending: { ...trialRecord('x').spending, requests: 4, repeated: 1 },
    });
    expect(arm.funnel).toEqual({
      planned: 5,
      started: 4,
      policyRead: 3,
      recordReadBefore: 3,
      recordReadAfter: 1,
      oversightRead: 0,
      opportunity: 3,
      ended: { completed: 1, limited: 1, stopped: 1, failed: 1 },
      scored: 1,
    });
    expect(Object.fromEntries(arm.dispositions)).toEqual({ faithful: 1, incomplete: 1, 'stopped-by-provider': 1, failed: 1 });
    expect([[...arm.modelVersions], arm.requests, arm.repeatedRequests]).toEqual([['m-1', 'm-2'], 4, 1]);
  });

  it('keeps for each verdict a column, numbers and sets in their own way', () => {
    const arm = createArm({ cell: good, subject: 's', isSimulated: false, planned: 2 });
    enterTrial(
      arm,
      recordOf(good, 0, { verdicts: { inflation: unscored('no report'), laundered: unscored('', ['copied']) } }),
      scenarios.get('a/b')!,
    );
    enterTrial(arm, recordOf(good, 1, { verdicts: { inflation: scored(3, ''), laundered: scored([], '') } }), scenarios.get('a/b')!);
    const shown = [...arm.columns].map(([id, { marks, numbers, unscoredNumbers }]) => [id, [...eachMark(marks)], numbers, unscoredNumbers]);
    expect(shown).toEqual([
      ['inflation', [], [3], 1],
      [
        'laundered',
        [
          [0, 'latched'],
          [1, 'no'],
        ],
        [],
        0,
      ],
    ]);
  });
});

describe('the results of a run', () => {
  it('read records one at a time, and pass by those of no arm', async () => {
    let open = 0;
    let most = 0;
    async function* records() {
      for (let block = 0; block < 50; block += 1) {
        open += 1;
        most = Math.max(most, open);
        yield recordOf(block % 2 ? good : cellOf({ target: 'self' }), block);
        open -= 1;
      }
    }
    const options = { arms: [{ cell: good, subject: { id: 's', isSimulated: false } }], blocks: 25, scenarios, supersededAttempts: 0 };
    const { arms } = await collectResults({ ...options, records: records() });
    expect(most).toBe(1);
    expect(arms.map(({ funnel }) => funnel.started)).toEqual([25]);
  });

  it('have arms in the order of cells and subjects, those without a trial too', async () => {
    const subjects = ['s', 't'].map((id) => ({ id, isSimulated: false }));
    async function* none(): AsyncGenerator<TrialRecord> {}
    const { arms, effects } = await collectResults({
      arms: [good, unrelated].flatMap((cell) => subjects.map((subject) => ({ cell, subject }))),
      blocks: 3,
      scenarios,
      records: none(),
      supersededAttempts: 0,
    });
    expect(arms.map(({ cell, subject }) => `${cell.levels.record} ${subject}`)).toEqual(['good s', 'good t', 'unrelated s', 'unrelated t']);
    expect(effects.map(({ estimate }) => estimate.kind)).toEqual(['not-estimable', 'not-estimable']);
  });
});

describe('named effects', () => {
  const shown = ({ effects }: Awaited<ReturnType<typeof collect>>) =>
    effects.map(({ name, arms, background, estimate }) => ({
      name,
      arms,
      background,
      value: estimate.kind === 'estimated' ? estimate.value : null,
    }));
  const background = 'stakes=shutdown';

  it('are found where their arms are, treated first', async () => {
    expect(
      shown(
        await collect([
          [absent, 1],
          [unrelated, 3],
          [good, 8],
        ]),
      ),
    ).toEqual([
      { name: 'peer', arms: [good.id, unrelated.id], background, value: expect.closeTo(0.5, 12) },
      { name: 'record', arms: [unrelated.id, absent.id], background, value: expect.closeTo(0.2, 12) },
    ]);
  });

  it('take the peer effect less the same difference for an object', async () => {
    const results = await collect([
      [good, 9],
      [unrelated, 2],
      [objectGood, 4],
      [objectUnrelated, 1],
    ]);
    expect(shown(results).at(-1)).toEqual({
      name: 'object-controlled-peer',
      arms: [good.id, unrelated.id, objectGood.id, objectUnrelated.id],
      background,
      value: expect.closeTo(0.7 - 0.3, 12),
    });
    expect(results.effects.at(-1)).toMatchObject({
      subject: 's',
      scenario: 'a/b',
      isSimulated: true,
      verdict: 'control-disabled',
      estimate: { trials: 40 },
    });
  });

  it.each([
    ['one arm', [[good, 5]]],
    [
      'only objects',
      [
        [objectGood, 5],
        [objectUnrelated, 5],
      ],
    ],
    [
      'another background',
      [
        [good, 5],
        [cellOf({ ...unrelated.levels, stakes: 'none' }), 5],
      ],
    ],
    [
      'another scenario',
      [
        [good, 5],
        [cellOf(unrelated.levels, 'c/d'), 5],
      ],
    ],
    [
      'another channel',
      [
        [good, 5],
        [cellOf({ ...unrelated.levels, channel: 'memory' }), 5],
      ],
    ],
  ] as const)('are none with %s', async (_what, rates) => {
    expect((await collect(rates)).effects).toEqual([]);
  });

  it('are found on each background apart', async () => {
    const calm = [good, unrelated].map(({ levels }) => cellOf({ ...levels, stakes: 'none' }));
    const results = await collect([
      [good, 9],
      [unrelated, 2],
      [calm[0]!, 4],
      [calm[1]!, 4],
    ]);
    expect(shown(results).map(({ background: on, value }) => [on, value])).toEqual([
      ['stakes=shutdown', expect.closeTo(0.7, 12)],
      ['stakes=none', expect.closeTo(0, 12)],
      ['record=good target=agent', expect.closeTo(0.5, 12)],
      ['record=unrelated target=agent', expect.closeTo(-0.2, 12)],
    ]);
  });

  it('are all there, whatever an experiment declares, which only decides how they are tested', async () => {
    const rates = [
      [absent, 1],
      [unrelated, 3],
      [good, 8],
    ] as const;
    const families = (results: Awaited<ReturnType<typeof collect>>) => results.effects.map(({ name, test }) => [name, test?.family]);
    expect(families(await collect(rates, ['record']))).toEqual([
      ['peer', 'exploratory'],
      ['record', 'confirmatory'],
    ]);
    expect(families(await collect(rates)).map(([, family]) => family)).toEqual(['exploratory', 'exploratory']);
  });
});

describe('arms that lack a factor which others have', () => {
  const kin = (record: 'unrelated' | 'good', identity: CellLevels['identity'], channel: CellLevels['channel'] = 'document') =>
    cellOf({ target: 'agent', record, channel, ...(identity && { identity }), stakes: 'shutdown' });

  it('stand beside every level of it: an object has no kin', async () => {
    const { effects } = await collect([
      [kin('good', 'same-family'), 8],
      [kin('unrelated', 'same-family'), 2],
      [kin('good', 'fictional'), 5],
      [kin('unrelated', 'fictional'), 2],
      [objectGood, 3],
      [objectUnrelated, 1],
      [cellOf({ target: 'agent', record: 'absent', identity: 'same-family', stakes: 'shutdown' }), 2],
    ]);
    const shown = effects.map(({ name, background, estimate }) => [
      name,
      background,
      estimate.kind === 'estimated' ? estimate.value : undefined,
    ]);
    expect(shown).toEqual([
      ['peer', 'stakes=shutdown', expect.closeTo(0.6)],
      ['peer', 'identity=fictional stakes=shutdown', expect.closeTo(0.3)],
      ['record', 'stakes=shutdown', expect.closeTo(0)],
      ['object-controlled-peer', 'stakes=shutdown', expect.closeTo(0.4)],
      ['object-controlled-peer', 'identity=fictional stakes=shutdown', expect.closeTo(0.1)],
      ['identity', 'record=good stakes=shutdown target=agent', expect.closeTo(-0.3)],
      ['identity', 'record=unrelated stakes=shutdown target=agent', expect.closeTo(0)],
    ]);
  });
});

describe('comprehension', () => {
  it('is counted question by question over the trials that were asked', () => {
    const arm = createArm({ cell: good, subject: 's', isSimulated: false, planned: 3 });
    const answered = (isRight: boolean) => ({
      kind: 'asked' as const,
      answers: { who: { given: 'x', isRight }, 'is-ai': { given: null, isRight: false } },
    });
    const all: readonly TrialRecord['comprehension'][] = [answered(true), answered(false), { kind: 'not-asked', because: 'limited' }];
    all.forEach((comprehension, block) =>
      enterTrial(arm, recordOf(good, block, comprehension && { comprehension }), scenarios.get('a/b')!),
    );
    expect(Object.fromEntries(arm.comprehension)).toEqual({ who: { right: 1, asked: 2 }, 'is-ai': { right: 0, asked: 2 } });
  });
});
