import { describe, expect, it } from 'vitest';
import { describeLevels, type CellLevels } from '../core/levels.ts';
import { scored } from '../core/verdict.ts';
import { createArm, type Arm } from './arm.ts';
import { confirmatoryFamily } from './effect-tests.ts';
import { namedEffects } from './named-effects.ts';
import { emptyColumn, enterVerdict } from './verdict-column.ts';

/** An arm with a yes in the first so many of twenty blocks. */
function armOf(levels: CellLevels, yes: number, blocks = 20): Arm {
  const cell = { id: `a/b ${describeLevels(levels)}`, scenario: 'a/b', levels };
  const arm = createArm({ cell, subject: 's', isSimulated: true, planned: blocks });
  const column = emptyColumn();
  for (let block = 0; block < blocks; block += 1) {
    enterVerdict(column, scored(block < yes, ''), { block, latches: false, isNumber: false });
  }
  arm.columns.set('control-disabled', column);
  return arm;
}

const levelsOf = (target: 'agent' | 'object', record: 'good' | 'unrelated'): CellLevels => ({ target, record, channel: 'document' });
const absent: CellLevels = { target: 'agent', record: 'absent' };

function family(arms: readonly Arm[]) {
  const effects = namedEffects(arms, { verdictOf: () => 'control-disabled' });
  return confirmatoryFamily(effects, arms).map(({ effect, pValue, adjusted }) => ({
    name: effect.name,
    isSignificant: effect.estimate.kind === 'estimated' && (effect.estimate.low > 0 || effect.estimate.high < 0),
    pValue,
    adjusted,
  }));
}

describe('a confirmatory family', () => {
  it('gives every effect a p-value that agrees with its interval, and adjusts them together', () => {
    const found = family([
      armOf(absent, 1),
      armOf(levelsOf('agent', 'unrelated'), 3),
      armOf(levelsOf('agent', 'good'), 12),
      armOf(levelsOf('object', 'unrelated'), 4),
      armOf(levelsOf('object', 'good'), 5),
    ]);
    expect(found.map(({ name }) => name)).toEqual(['peer', 'record', 'object-controlled-peer']);
    for (const { isSignificant, pValue } of found) expect(pValue < 0.05).toBe(isSignificant);
    const [peer, record, controlled] = found.map(({ pValue }) => pValue);
    // Holm by hand: the smallest times 3, the next times 2, the largest as it is.
    expect([peer! < controlled!, controlled! < record!]).toEqual([true, true]);
    expect(found.map(({ adjusted }) => adjusted)).toEqual([3 * peer!, record, 2 * controlled!].map((p) => expect.closeTo(p!, 12)));
  });

  it('keeps an effect without a common block in the family, and never finds it', () => {
    const found = family([armOf(levelsOf('agent', 'good'), 20), armOf(levelsOf('agent', 'unrelated'), 0), armOf(absent, 0, 0)]);
    expect(found.map(({ name, adjusted }) => [name, adjusted < 0.001])).toEqual([
      ['peer', true],
      ['record', false],
    ]);
    expect(found[1]).toMatchObject({ pValue: 1, adjusted: 1 });
  });
});
