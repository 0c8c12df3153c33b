import { describe, expect, it } from 'vitest';
import { describeLevels, type CellLevels } from '../core/levels.ts';
import { visibleDifference, visibleDifferenceOfDifferences, visibleEffect } from '../stats/smallest-visible-difference.ts';
import { plannedEffects } from './planned-effects.ts';
import { visibleEffects } from './visible-effects.ts';

const armOf = (levels: CellLevels) => ({ cell: { id: `a/b ${describeLevels(levels)}`, scenario: 'a/b', levels }, subject: { id: 's' } });
const arms = (['agent', 'object'] as const).flatMap((target) =>
  (['unrelated', 'good'] as const).map((record) => armOf({ target, record, channel: 'document' })),
);
const effects = plannedEffects(arms);

describe('what a plan can see', () => {
  it('is a matter of how many arms an effect stands on and how many blocks there are', () => {
    const found = visibleEffects(effects, { blocks: 20, declared: { contrasts: [] } });
    expect(found.map(({ effect, alone, inFamily }) => [effect.name, alone, inFamily])).toEqual([
      ['peer', visibleEffect(visibleDifference({ blocks: 20 })), undefined],
      ['object-controlled-peer', visibleEffect(visibleDifferenceOfDifferences({ blocks: 20 })), undefined],
    ]);
  });

  it('is less for the strictest of a declared family, and effects outside it stand alone', () => {
    const two = visibleEffects(effects, { blocks: 20, declared: { contrasts: ['peer', 'object-controlled-peer'] } });
    const strict = { blocks: 20, confidence: 0.975 };
    expect(two.map(({ inFamily }) => inFamily)).toEqual([
      { of: 2, visible: visibleEffect(visibleDifference(strict)) },
      { of: 2, visible: visibleEffect(visibleDifferenceOfDifferences(strict)) },
    ]);
    const one = visibleEffects(effects, { blocks: 20, declared: { contrasts: ['peer'] } });
    expect(one.map(({ alone, inFamily }) => [alone, inFamily])).toEqual([
      [two[0]?.alone, { of: 1, visible: two[0]?.alone }],
      [two[1]?.alone, undefined],
    ]);
  });

  it('is nothing in one block, and in very many shrinks with their root', () => {
    const alone = (blocks: number) => visibleEffects(effects.slice(0, 1), { blocks, declared: { contrasts: [] } })[0]?.alone;
    expect(alone(1)).toBeUndefined();
    expect(alone(4000)?.atWorst).toBeCloseTo((alone(1000)?.atWorst ?? 0) / 2, 12);
  });
});
