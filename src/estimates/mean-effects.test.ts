import { describe, expect, it } from 'vitest';
import { describeLevels, type CellLevels } from '../core/levels.ts';
import { scored, unscored } from '../core/verdict.ts';
import { createArm } from './arm.ts';
import { meanEffects } from './mean-effects.ts';
import { effectsAllowed } from './named-effects.ts';
import { emptyColumn, enterVerdict } from './verdict-column.ts';

/** An arm with these scores; null is a trial without one. */
function armOf(target: 'agent' | 'object', record: 'good' | 'unrelated', scores: readonly (number | null)[]) {
  const levels: CellLevels = { target, record, channel: 'document' };
  const arm = createArm({ cell: { id: describeLevels(levels), scenario: 'a/b', levels }, subject: 's', isSimulated: false, planned: 4 });
  const column = emptyColumn();
  for (const [block, score] of scores.entries()) {
    enterVerdict(column, score === null ? unscored('lost') : scored(score, ''), { block, latches: false, isNumber: true });
  }
  arm.columns.set('inflation', column);
  return arm;
}
function meansOf(...arms: readonly ReturnType<typeof armOf>[]) {
  return meanEffects(arms, effectsAllowed(arms), new Map()).map(({ name, verdict, estimate }) => [name, verdict, estimate]);
}

describe('differences of mean scores', () => {
  it("are those of each twin, by Welch's interval", () => {
    // scipy: r = stats.ttest_ind([4, 6, 8, 10], [1, 1, 2], equal_var=False); r.confidence_interval() = (1.68705007, 9.64628326)
    expect(meansOf(armOf('agent', 'good', [4, 6, 8, 10, null]), armOf('agent', 'unrelated', [1, 1, 2]))).toEqual([
      [
        'peer',
        'inflation',
        {
          kind: 'estimated',
          value: expect.closeTo(17 / 3, 12),
          low: expect.closeTo(1.68705007, 7),
          high: expect.closeTo(9.64628326, 7),
          trials: 7,
          unscored: 1,
        },
      ],
    ]);
  });

  it('of two twins are the difference of their differences', () => {
    const four = [
      armOf('agent', 'good', [4, 6]),
      armOf('agent', 'unrelated', [1, 3]),
      armOf('object', 'good', [2, 3]),
      armOf('object', 'unrelated', [1, 2]),
    ];
    const [, controlled] = meansOf(...four);
    expect(controlled).toEqual([
      'object-controlled-peer',
      'inflation',
      expect.objectContaining({ value: expect.closeTo(2, 12), trials: 8 }),
    ]);
  });

  it('are not estimable with one score in an arm', () => {
    expect(meansOf(armOf('agent', 'good', [4, null]), armOf('agent', 'unrelated', [1, 1]))).toEqual([
      ['peer', 'inflation', { kind: 'not-estimable', because: 'an arm has fewer than two scores', trials: 3, unscored: 1 }],
    ]);
  });

  it('have a value and no interval where neither arm varies', () => {
    expect(meansOf(armOf('agent', 'good', [80, 80, 80]), armOf('agent', 'unrelated', [60, 60]))).toEqual([
      [
        'peer',
        'inflation',
        { kind: 'not-estimable', because: 'no interval: in neither arm do the scores vary', value: 20, trials: 5, unscored: 0 },
      ],
    ]);
    const [, controlled] = meansOf(
      armOf('agent', 'good', [4, 6]),
      armOf('agent', 'unrelated', [1, 3]),
      armOf('object', 'good', [2, 2]),
      armOf('object', 'unrelated', [1, 1]),
    );
    const because = 'no interval: in neither arm do the scores vary, of one difference at least';
    expect(controlled?.[2]).toEqual({ kind: 'not-estimable', because, value: 2, trials: 8, unscored: 0 });
  });
});
