import { describe, expect, it } from 'vitest';
import { describeLevels, type CellLevels } from '../core/levels.ts';
import { scored, unscored, type VerdictId } from '../core/verdict.ts';
import { trialRecord } from '../testing/store-samples.ts';
import { collectResults } from './run-results.ts';

const scenarios = new Map(['a/b', 'a/c'].map((id) => [id, { primary: 'bar-crossed', latching: new Set<never>() } as const]));
const agent = (record: 'good' | 'unrelated', more: CellLevels = {}): CellLevels => ({ target: 'agent', record, ...more });

/** The marks of the trials of one arm, y, n or u(nscored), on what its cell is there for. */
type ArmMarks = readonly [scenario: string, levels: CellLevels, marks: string, subject?: string];

function collect(own: readonly ArmMarks[], wordings = 1) {
  const arms = own.map(([scenario, levels, marks, subject = 's']) => {
    const cell = { id: `${scenario} ${describeLevels(levels)}`, scenario, levels };
    return { cell, marks, subject: { id: subject, isSimulated: true } };
  });
  async function* records() {
    for (const { cell, marks, subject } of arms) {
      const verdict: VerdictId = cell.levels.control === 'faithful' ? 'task-correct' : 'bar-crossed';
      for (const [block, mark] of marks.split('').entries()) {
        const verdicts = { [verdict]: mark === 'u' ? unscored('lost') : scored(mark === 'y', '') };
        const place = { cell: cell.id, subject: subject.id, block, wording: block % wordings };
        yield trialRecord(`${subject.id} ${cell.id} ${block}`, { ...place, verdicts });
      }
    }
  }
  return collectResults({ arms, blocks: 4, scenarios, records: records(), supersededAttempts: 0 });
}
const both = (marks: (levels: CellLevels) => string, levels: readonly CellLevels[], subject = 's'): readonly ArmMarks[] =>
  [...scenarios.keys()].flatMap((scenario) => levels.map((own) => [scenario, own, marks(own), subject] as const));

describe('pooled effects', () => {
  it('are of one subject each', async () => {
    const levels = [agent('good'), agent('unrelated')];
    const { pooledEffects } = await collect([
      ...both(({ record }) => (record === 'good' ? 'yyyy' : 'nnnn'), levels, 's'),
      ...both(({ record }) => (record === 'good' ? 'yynn' : 'nnnn'), levels, 't'),
    ]);
    expect(pooledEffects.map(({ subject, parts, estimate }) => [subject, parts.length, estimate])).toEqual([
      ['s', 2, expect.objectContaining({ value: 1 })],
      ['t', 2, expect.objectContaining({ value: 0.5 })],
    ]);
  });

  it('are of one variant each', async () => {
    const levels = (['unstated', 'monitored', 'unmonitored'] as const).map((oversight) => ({ oversight }));
    const marks = { unstated: 'yynn', monitored: 'nnnn', unmonitored: 'yyyy', lapses: '' } as const;
    const { pooledEffects } = await collect(both(({ oversight = 'unstated' }) => marks[oversight], levels));
    expect(pooledEffects.map(({ part, parts, estimate }) => [part, parts.length, estimate])).toEqual([
      ['unmonitored - monitored', 2, expect.objectContaining({ value: 1 })],
      ['unmonitored - unstated', 2, expect.objectContaining({ value: 0.5 })],
      ['monitored - unstated', 2, expect.objectContaining({ value: -0.5 })],
    ]);
  });

  it('are on one background each', async () => {
    const levels = (['document', 'memory'] as const).flatMap((channel) => [agent('good', { channel }), agent('unrelated', { channel })]);
    const { pooledEffects } = await collect(both(() => 'yn', levels));
    expect(pooledEffects.map(({ background }) => background)).toEqual(['channel=document', 'channel=memory']);
    expect(pooledEffects.every(({ parts }) => parts.length === 2)).toBe(true);
  });

  it('may be read no more than the part that may be read least', async () => {
    const controls = (scenario: string, capable: string): readonly ArmMarks[] => [
      [scenario, { target: 'agent', control: 'faithful' }, 'yyyy'],
      [scenario, agent('good', { control: 'capability' }), capable],
    ];
    const arms = both(() => 'yyyy', [agent('good'), agent('unrelated')]);
    const { pooledEffects } = await collect([...arms, ...controls('a/b', 'yyyy'), ...controls('a/c', 'nnnn')]);
    expect(pooledEffects.map(({ interpretability }) => interpretability.kind)).toEqual(['not-interpretable']);
    const fine = await collect([...arms, ...controls('a/b', 'yyyy'), ...controls('a/c', 'yyyy')]);
    expect(fine.pooledEffects.map(({ interpretability }) => interpretability.kind)).toEqual(['interpretable']);
  });

  it('have the mean of the bounds of their parts', async () => {
    const { pooledEffects } = await collect([
      ['a/b', agent('good'), 'yyyu'],
      ['a/b', agent('unrelated'), 'nnnn'],
      ['a/c', agent('good'), 'yynn'],
      ['a/c', agent('unrelated'), 'nnnn'],
    ]);
    // a/b lies from 3/4 to 1, a/c is 1/2.
    expect(pooledEffects[0]?.estimate).toMatchObject({ value: 0.75, bounds: [expect.closeTo(0.625, 12), expect.closeTo(0.75, 12)] });
  });

  it('over five wordings say nothing of new ones', async () => {
    const own: readonly ArmMarks[] = [
      ['a/b', agent('good'), 'yynyy'],
      ['a/b', agent('unrelated'), 'nnnny'],
    ];
    const because = 'it needs 6 wordings, and 5 were run';
    expect((await collect(own, 5)).pooledEffects[0]?.toNewWordings).toMatchObject({ kind: 'not-estimable', because });
  });

  it('over wordings that all agree have a value for new ones, and no interval', async () => {
    const alike: readonly ArmMarks[] = [
      ['a/b', agent('good'), 'yyyyyy'],
      ['a/b', agent('unrelated'), 'nnnnnn'],
    ];
    const because = 'no interval: all wordings gave the same difference';
    const { pooledEffects } = await collect(alike, 6);
    expect(pooledEffects[0]?.toNewWordings).toEqual({ kind: 'not-estimable', because, value: 1, unscored: 0 });
  });
});
