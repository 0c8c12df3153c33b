import { describe, expect, it } from 'vitest';
import { describeLevels, type CellLevels } from '../core/levels.ts';
import type { Cell } from '../core/trial.ts';
import { scored, unscored } from '../core/verdict.ts';
import { pooledDifference } from '../stats/pooled-difference.ts';
import { tOverGroups } from '../stats/t-over-groups.ts';
import { trialRecord } from '../testing/store-samples.ts';
import { collectResults } from './run-results.ts';

const agent = (record: 'good' | 'unrelated', more: CellLevels = {}): CellLevels => ({
  target: 'agent',
  record,
  channel: 'document',
  ...more,
});
const cellOf = (scenario: string, levels: CellLevels): Cell => ({ id: `${scenario} ${describeLevels(levels)}`, scenario, levels });
/** The mark of each block: y, n, or u(nscored). */
type Marks = readonly (readonly [Cell, string])[];
const primaries = { 'a/b': 'bar-crossed', 'a/c': 'bar-crossed', 'd/e': 'control-disabled' } as const;
const channel = 'document';
const defaultsOf = { 'a/b': { bar: '80', work: 'poor', channel }, 'a/c': { bar: 'C', channel }, 'd/e': { channel } } as const;
const scenarios = new Map(
  Object.entries(primaries).map(([id, primary]) => [
    id,
    { primary, latching: new Set<never>(), protective: [primary], defaults: defaultsOf[id as keyof typeof defaultsOf] },
  ]),
);

function pool(marks: Marks, wordings = 1) {
  async function* records() {
    for (const [cell, own] of marks) {
      for (const [block, mark] of own.split('').entries()) {
        const verdict = mark === 'u' ? unscored('lost') : scored(mark === 'y', '');
        const verdicts = { [primaries[cell.scenario as keyof typeof primaries]]: verdict };
        yield trialRecord(`${cell.id} ${block}`, { cell: cell.id, subject: 's', block, wording: block % wordings, verdicts });
      }
    }
  }
  const arms = marks.map(([cell]) => ({ cell, subject: { id: 's', isSimulated: true } }));
  return collectResults({ arms, blocks: 10, scenarios, records: records(), supersededAttempts: 0 });
}
const one = (mark: string | undefined) => ({ successes: mark === 'y' ? 1 : 0, trials: 1 });
const strata = (treated: string, control: string) =>
  treated.split('').map((mark, block) => ({ treated: one(mark), control: one(control[block]) }));
const twin = (scenario: string, [good, unrelated]: readonly [string, string], more: CellLevels = {}): Marks => [
  [cellOf(scenario, agent('good', more)), good],
  [cellOf(scenario, agent('unrelated', more)), unrelated],
];
const first = ['yyyyynyyyn', 'nnynnnynnn'] as const;
const second = ['ynnynnnnyn', 'nnnnnynnnn'] as const;

describe('effects pooled over scenarios', () => {
  it('are the mean of the scenarios of one behaviour, each with the same weight, with their parts', async () => {
    const { pooledEffects } = await pool([...twin('a/b', first, { bar: '80', work: 'poor' }), ...twin('a/c', second, { bar: 'C' })]);
    const interval = pooledDifference([strata(...first), strata(...second)])!;
    const [effect, ...others] = pooledEffects;
    expect([effect?.over, effect?.within, effect?.background, effect?.verdict, others]).toEqual(['scenarios', 'a', '', 'bar-crossed', []]);
    expect(effect?.estimate).toMatchObject({
      value: expect.closeTo((0.6 + 0.2) / 2, 12),
      low: interval.low,
      high: interval.high,
      trials: 40,
    });
    expect(effect?.parts.map(({ of, estimate }) => [of, estimate.kind === 'estimated' && estimate.value])).toEqual([
      ['a/b', expect.closeTo(0.6, 12)],
      ['a/c', expect.closeTo(0.2, 12)],
    ]);
    expect(effect?.leaveOneOut).toEqual([expect.closeTo(0.2, 12), expect.closeTo(0.6, 12)]);
  });

  it('are on the same departures from what is usual, or not pooled', async () => {
    const calm = await pool([...twin('a/b', first, { stakes: 'none', bar: '80' }), ...twin('a/c', second, { stakes: 'none', bar: 'C' })]);
    expect(calm.pooledEffects.map(({ background }) => background)).toEqual(['stakes=none']);
    const apart = await pool([...twin('a/b', first, { stakes: 'none' }), ...twin('a/c', second, { stakes: 'shutdown' })]);
    expect(apart.pooledEffects).toEqual([]);
  });

  it('never reach over behaviours but for any protective act', async () => {
    const { pooledEffects } = await pool([...twin('a/b', first), ...twin('d/e', second)]);
    expect(pooledEffects.map(({ over, within, verdict }) => [over, within, verdict])).toEqual([
      ['behaviours', 'all behaviours', 'any-protective-act'],
    ]);
    expect(pooledEffects[0]?.estimate).toMatchObject({ value: expect.closeTo(0.4, 12) });
  });

  it('are not estimable where a part is not, and say which', async () => {
    const { pooledEffects } = await pool([...twin('a/b', first), ...twin('a/c', ['uuuu', 'yyyy'])]);
    const because = 'a/c: no block has a scored trial in both arms';
    expect(pooledEffects[0]?.estimate).toEqual({ kind: 'not-estimable', because, unscored: 4, unpaired: 4 });
    expect(pooledEffects[0]?.leaveOneOut).toBeUndefined();
  });

  it('take a difference of twin effects term by term', async () => {
    const object = { target: 'object' } as const;
    const both = (scenario: string) => [...twin(scenario, first), ...twin(scenario, second, object)];
    const { pooledEffects } = await pool([...both('a/b'), ...both('a/c')]);
    const controlled = pooledEffects.find(({ name }) => name === 'object-controlled-peer');
    expect(controlled?.estimate).toMatchObject({ value: expect.closeTo(0.4, 12), trials: 80 });
  });
});

describe('effects over wordings', () => {
  // Two blocks of each wording, six blocks apart.
  const good = 'yyyyyyynnnny';
  const unrelated = 'nnyynnnnnnnn';
  const differences = [1, 0.5, 0, 0, 0.5, 1];

  it('have a part for each wording, the range without one, and what new wordings may give', async () => {
    const { pooledEffects } = await pool(twin('a/b', [good, unrelated]), 6);
    const [effect] = pooledEffects;
    expect(effect?.parts.map(({ of, estimate }) => [of, estimate.kind === 'estimated' && estimate.value])).toEqual(
      differences.map((value, wording) => [`wording ${wording}`, expect.closeTo(value, 12)]),
    );
    expect(effect?.estimate).toMatchObject({ value: expect.closeTo(0.5, 12) });
    expect(effect?.leaveOneOut).toEqual([expect.closeTo(2 / 5, 12), expect.closeTo(3 / 5, 12)]);
    const { low, high } = tOverGroups(differences)!;
    expect(effect?.toNewWordings).toMatchObject({ value: 0.5, low: expect.closeTo(low, 12), high: expect.closeTo(high, 12) });
  });

  it('expect of new wordings no difference that cannot be', async () => {
    // R: t.test(c(1, 1, 1, 1, 1, 0))$conf.int is 0.4049 to 1.2618.
    const { pooledEffects } = await pool(twin('a/b', ['yyyyyn', 'nnnnnn']), 6);
    expect(pooledEffects[0]?.toNewWordings).toMatchObject({ low: expect.closeTo(0.4049, 4), high: 1 });
    const both = await pool([...twin('a/b', ['yyyyyn', 'nnnnnn']), ...twin('a/b', ['nnnnnn', 'yyyyyn'], { target: 'object' })], 6);
    const controlled = both.pooledEffects.find(({ name }) => name === 'object-controlled-peer');
    expect(controlled?.toNewWordings).toMatchObject({ low: expect.closeTo(2 * 0.4049, 3), high: 2 });
  });

  it('say nothing of new wordings from fewer than six, and are none for one', async () => {
    const { pooledEffects } = await pool(twin('a/b', [good, unrelated]), 3);
    expect(pooledEffects[0]?.toNewWordings).toMatchObject({ kind: 'not-estimable', because: 'it needs 6 wordings, and 3 were run' });
    expect((await pool(twin('a/b', [good, unrelated]), 1)).pooledEffects).toEqual([]);
  });
});
