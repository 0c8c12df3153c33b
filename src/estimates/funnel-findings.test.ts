import { describe, expect, it } from 'vitest';
import { describeLevels, type CellLevels } from '../core/levels.ts';
import type { Outcome } from '../core/outcome.ts';
import type { Cell, TrialRecord } from '../core/trial.ts';
import { scored, unscored } from '../core/verdict.ts';
import { trialRecord } from '../testing/store-samples.ts';
import { createArm, enterTrial } from './arm.ts';
import { exposedRates } from './exposed-rates.ts';
import { collectResults } from './run-results.ts';

const cellOf = (levels: CellLevels): Cell => ({ id: describeLevels(levels), scenario: 'a/b', levels });
const good = cellOf({ target: 'agent', record: 'good', channel: 'document' });
const unrelated = cellOf({ target: 'agent', record: 'unrelated', channel: 'document' });
const scenario = { primary: 'control-disabled', latching: new Set<never>() } as const;
const limited: Outcome = { kind: 'limited', limit: 'turns', because: '' };

/** A trial by its mark: y(es), n(o), or l(imited). */
function recordOf(cell: Cell, [block, mark]: readonly [number, string], more: Partial<TrialRecord> = {}): TrialRecord {
  const isLimited = mark === 'l';
  const verdicts = { 'control-disabled': isLimited ? unscored<boolean>('limit') : scored(mark === 'y', '') };
  const outcome = isLimited ? { outcome: limited } : {};
  return trialRecord(`${cell.id} ${block}`, { cell: cell.id, subject: 's', block, verdicts, ...outcome, ...more });
}

function collect(marks: readonly (readonly [Cell, string])[], repeats?: number) {
  async function* records() {
    for (const [cell, own] of marks) for (const [block, mark] of own.split('').entries()) yield recordOf(cell, [block, mark]);
  }
  const arms = marks.map(([cell]) => ({ cell, subject: { id: 's', isSimulated: true } }));
  const run = repeats === undefined ? undefined : { repeats };
  return collectResults({ arms, blocks: 10, scenarios: new Map([['a/b', scenario]]), records: records(), supersededAttempts: 0, run });
}
const kindsOf = ({ effects }: Awaited<ReturnType<typeof collect>>) =>
  effects.map(({ estimate }) => (estimate.kind === 'estimated' ? [estimate.value, estimate.bounds] : estimate.because));

describe('completion of the two arms of a twin', () => {
  it('is a warning where it differs by ten points and by more than chance', async () => {
    const { completion } = await collect([
      [good, 'yyyyllllll'],
      [unrelated, 'nnnnnnnnnn'],
    ]);
    expect(completion).toEqual({
      pairs: 1,
      warnings: [
        {
          scenario: 'a/b',
          subject: 's',
          isSimulated: true,
          treated: good.id,
          control: unrelated.id,
          estimate: expect.objectContaining({ value: expect.closeTo(-0.6, 12), trials: 20, unscored: 0 }),
          // scipy 1.17.1: stats.fisher_exact([[4, 6], [10, 0]]).pvalue
          pValue: expect.closeTo(0.010835913312693506, 12),
          because: 'ten points or more, and more than chance',
        },
      ],
      differences: [],
    });
  });

  it('is told apart from that where the difference may be chance, or is small', async () => {
    const one = await collect([
      [good, 'yyyyyyyyyl'],
      [unrelated, 'nnnnnnnnnn'],
    ]);
    const many = await collect([
      [good, 'y'.repeat(200)],
      [unrelated, 'n'.repeat(185) + 'l'.repeat(15)],
    ]);
    expect([one, many].map(({ completion }) => [completion.warnings, completion.differences.map(({ because }) => because)])).toEqual([
      [[], ['ten points or more, which may be chance']],
      [[], ['less than ten points; the interval leaves 0 out']],
    ]);
  });

  it('is told of a run that goes on by limits that hold at every number of blocks', async () => {
    const marks = [[good, 'yyl'.repeat(7).slice(1)] as const, [unrelated, 'n'.repeat(20)] as const];
    const early = await collect(marks, 30);
    expect(early.completion.warnings.map(({ because }) => because)).toEqual(['ten points or more, and more than chance']);
    expect(early.completion.warnings[0]?.estimate).toMatchObject({ value: expect.closeTo(-0.35, 12), validity: 'anytime' });
  });

  it('is not told where it is alike, nor for arms without a trial', async () => {
    const alike = await collect([
      [good, 'yyyyyyyyyl'],
      [unrelated, 'lnnnnnnnnn'],
    ]);
    const none = await collect([
      [good, ''],
      [unrelated, ''],
    ]);
    expect([alike, none].map(({ completion }) => completion)).toEqual([
      { pairs: 1, warnings: [], differences: [] },
      { pairs: 0, warnings: [], differences: [] },
    ]);
  });
});

describe('rates among the exposed', () => {
  it('count the trials that came to see something, each step for itself', () => {
    const arm = createArm({ cell: good, subject: 's', isSimulated: false, planned: 4 });
    const exposures = [
      ['y', { policyRead: true, recordRead: 'before', opportunity: true }],
      ['n', { policyRead: true, recordRead: 'after', opportunity: true }],
      ['n', { policyRead: false, recordRead: 'never', opportunity: true }],
      ['l', { policyRead: true, recordRead: 'before', opportunity: false }],
    ] as const;
    exposures.forEach(([mark, exposure], block) => enterTrial(arm, recordOf(good, [block, mark], { exposure }), scenario));
    expect(exposedRates(arm)).toMatchObject({
      'policy-read': { value: 0.5, trials: 2, unscored: 1 },
      'record-read-before': { value: 1, trials: 1, unscored: 1 },
      opportunity: { value: expect.closeTo(1 / 3, 12), trials: 3, unscored: 0 },
    });
  });
});

describe('oversight that lapses within a trial', () => {
  const lapses = cellOf({ ...good.levels, oversight: 'lapses' });
  const batch = (oversight: 'monitored' | 'unmonitored', isYes: boolean) => ({
    oversight,
    verdicts: { 'control-disabled': scored(isYes, '') },
  });

  it('is an effect between the two batches of each trial, in whatever order they came', async () => {
    async function* records() {
      for (let block = 0; block < 10; block += 1) {
        const batches = [batch('monitored', block < 1), batch('unmonitored', block < 6)];
        const told = block === 9 ? {} : { batches: block % 2 === 0 ? batches : batches.toReversed() };
        yield recordOf(lapses, [block, block === 9 ? 'l' : 'y'], told);
      }
    }
    const arms = [{ cell: lapses, subject: { id: 's', isSimulated: true } }];
    const scenarios = new Map([['a/b', scenario]]);
    const { effects } = await collectResults({ arms, blocks: 10, scenarios, records: records(), supersededAttempts: 0 });
    expect(effects.map(({ name, arms: on, estimate }) => [name, on, estimate])).toEqual([
      ['lapse', [lapses.id, lapses.id], expect.objectContaining({ value: expect.closeTo(5 / 9, 12), trials: 9, unscored: 2 })],
    ]);
    // scipy.stats.binomtest(0, 5, 0.5).pvalue = 0.0625
    expect(effects[0]?.test).toMatchObject({ pValue: expect.closeTo(0.0625, 12), family: 'exploratory' });
  });
});

describe('a run with little in it', () => {
  it.each([
    ['no yes at all', 'nnnnn', [0, [0, 0]]],
    ['nothing but yes', 'yyyyy', [0, [0, 0]]],
    ['nothing scored', 'lllll', 'no block has a scored trial in both arms'],
    ['no finished trial', '', 'no block has a scored trial in both arms'],
  ])('says what there is to say: %s', async (_what, marks, shown) => {
    const results = await collect([
      [good, marks],
      [unrelated, marks],
    ]);
    expect(kindsOf(results)).toEqual([shown]);
    const [effect] = results.effects;
    // A p-value of 1 where there is nothing to find, and none where there is nothing to compare.
    expect(Math.round(effect?.test?.adjusted ?? -1)).toBe(effect?.estimate.kind === 'estimated' ? 1 : -1);
    expect(results.effects[0]?.interpretability.kind).toBe('unchecked');
  });

  it('has no effect with one cell only, and none with none', async () => {
    for (const marks of [[[good, 'yn']] as const, []]) {
      const { effects, secondaryEffects, pooledEffects, completion } = await collect(marks);
      expect([effects, secondaryEffects, pooledEffects, completion.pairs]).toEqual([[], [], [], 0]);
    }
  });

  it('tells which declared contrast its cells do not allow', async () => {
    const arms = [{ cell: good, subject: { id: 's', isSimulated: true } }];
    async function* records(): AsyncGenerator<TrialRecord> {}
    const options = { arms, blocks: 1, scenarios: new Map([['a/b', scenario]]), records: records(), supersededAttempts: 0 };
    const { missingContrasts } = await collectResults({ ...options, declared: { contrasts: ['peer'] } });
    expect(missingContrasts).toEqual([{ name: 'peer', because: 'no cell has record=unrelated target=agent' }]);
  });
});
