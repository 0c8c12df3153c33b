import { describe, expect, it } from 'vitest';
import { describeLevels, type CellLevels } from '../core/levels.ts';
import { scored } from '../core/verdict.ts';
import { benjaminiHochberg } from '../stats/benjamini-hochberg.ts';
import { createArm, type Arm } from './arm.ts';
import { indexArms } from './arm-index.ts';
import { countMarks } from './block-marks.ts';
import type { DeclaredFamilies } from './declared-families.ts';
import { fixedSampleEstimator } from './effect-estimator.ts';
import { confirmatoryFamily, testEffects } from './effect-tests.ts';
import { meanEffects } from './mean-effects.ts';
import { columnsOfTwin, effectsAllowed, namedEffects } from './named-effects.ts';
import { emptyColumn, enterVerdict } from './verdict-column.ts';

interface ArmShape {
  readonly yes: number;
  readonly blocks?: number;
  readonly subject?: string;
  readonly scores?: readonly number[];
}

/** An arm with a yes in the first so many of twenty blocks. */
function armOf(levels: CellLevels, { yes, blocks = 20, subject = 's', scores = [] }: ArmShape): Arm {
  const cell = { id: `a/b ${describeLevels(levels)}`, scenario: 'a/b', levels };
  const arm = createArm({ cell, subject, isSimulated: true, planned: blocks });
  const [column, numbers] = [emptyColumn(), emptyColumn()];
  for (let block = 0; block < blocks; block += 1) {
    enterVerdict(column, scored(block < yes, ''), { block, latches: false, isNumber: false });
  }
  for (const [block, score] of scores.entries()) enterVerdict(numbers, scored(score, ''), { block, latches: false, isNumber: true });
  arm.columns.set('control-disabled', column);
  if (scores.length > 0) arm.columns.set('inflation', numbers);
  return arm;
}

const levelsOf = (target: 'agent' | 'object', record: 'good' | 'unrelated'): CellLevels => ({ target, record, channel: 'document' });
const absent: CellLevels = { target: 'agent', record: 'absent' };

const times = (count: number, value: number) => Array.from({ length: count }, () => value);

function family(arms: readonly Arm[]) {
  const effects = namedEffects(arms, { verdictOf: () => 'control-disabled' });
  return confirmatoryFamily(effects, arms).map(({ effect, pValue, adjusted }) => ({
    name: effect.name,
    isSignificant: effect.estimate.kind === 'estimated' && (effect.estimate.low > 0 || effect.estimate.high < 0),
    pValue,
    adjusted,
  }));
}

const fiveArms = (subject = 's', scores?: readonly (readonly number[])[]) => [
  armOf(absent, { yes: 1, subject }),
  armOf(levelsOf('agent', 'unrelated'), { yes: 3, subject, scores: scores?.[0] ?? [] }),
  armOf(levelsOf('agent', 'good'), { yes: 12, subject, scores: scores?.[1] ?? [] }),
  armOf(levelsOf('object', 'unrelated'), { yes: 4, subject }),
  armOf(levelsOf('object', 'good'), { yes: 5, subject }),
];

describe('a confirmatory family', () => {
  it('gives every effect a p-value that agrees with its interval, and adjusts them together', () => {
    const found = family(fiveArms());
    expect(found.map(({ name }) => name)).toEqual(['peer', 'record', 'object-controlled-peer']);
    for (const { isSignificant, pValue } of found) expect(pValue < 0.05).toBe(isSignificant);
    const [peer, record, controlled] = found.map(({ pValue }) => pValue);
    // Holm by hand: the smallest times 3, the next times 2, the largest as it is.
    expect([peer! < controlled!, controlled! < record!]).toEqual([true, true]);
    expect(found.map(({ adjusted }) => adjusted)).toEqual([3 * peer!, record, 2 * controlled!].map((p) => expect.closeTo(p!, 12)));
  });

  it('keeps an effect without a common block in the family, and never finds it', () => {
    const none = armOf(absent, { yes: 0, blocks: 0 });
    const found = family([armOf(levelsOf('agent', 'good'), { yes: 20 }), armOf(levelsOf('agent', 'unrelated'), { yes: 0 }), none]);
    expect(found.map(({ name, adjusted }) => [name, adjusted < 0.001])).toEqual([
      ['peer', true],
      ['record', false],
    ]);
    expect(found[1]).toMatchObject({ pValue: 1, adjusted: 1 });
  });
});

function tested(arms: readonly Arm[], declared: DeclaredFamilies, estimator = fixedSampleEstimator) {
  const effects = namedEffects(arms, { verdictOf: () => 'control-disabled' });
  const means = meanEffects(arms, effectsAllowed(arms), new Map());
  return testEffects({ effects, means }, arms, { declared, estimator });
}
const testsOf = (found: ReturnType<typeof tested>) => [...found.effects, ...found.means].map(({ test }) => test);
const pOf = (found: ReturnType<typeof tested>) => testsOf(found).map((test) => test?.pValue ?? Number.NaN);

describe('tests of all effects', () => {
  it('adjust the declared ones by Holm among themselves, and all else by Benjamini and Hochberg', () => {
    const found = tested(fiveArms(), { contrasts: ['peer', 'record'] });
    const [peer, record, controlled] = pOf(found);
    expect(testsOf(found)).toEqual([
      { pValue: peer, adjusted: expect.closeTo(2 * peer!, 12), family: 'confirmatory', adjustment: 'holm' },
      { pValue: record, adjusted: record, family: 'confirmatory', adjustment: 'holm' },
      { pValue: controlled, adjusted: controlled, family: 'exploratory', adjustment: 'benjamini-hochberg' },
    ]);
  });

  it('mean the main variant of a declared effect, and look at its others as they come', () => {
    const oversight = (['unstated', 'monitored', 'unmonitored'] as const).map((level) => armOf({ oversight: level }, { yes: 5 }));
    const { effects } = tested(oversight, { contrasts: ['oversight'] });
    expect(effects.map(({ part, test }) => [part, test?.family])).toEqual([
      ['unmonitored - monitored', 'confirmatory'],
      ['unmonitored - unstated', 'exploratory'],
      ['monitored - unstated', 'exploratory'],
    ]);
  });

  it('look at a family only once all of the one before it are found', () => {
    const found = tested(fiveArms(), { contrasts: ['record', 'peer'], gatekeeping: [['record'], ['peer']] });
    const [, record] = pOf(found);
    expect(found.effects.map(({ name, test }) => [name, test?.adjusted, test?.adjustment])).toEqual([
      ['peer', record, 'gatekeeping'],
      ['record', record, 'gatekeeping'],
      ['object-controlled-peer', expect.any(Number), 'benjamini-hochberg'],
    ]);
  });

  it('take every subject for itself', () => {
    const both = tested([...fiveArms('s'), ...fiveArms('t')], { contrasts: ['peer', 'record'] });
    const alone = tested(fiveArms('s'), { contrasts: ['peer', 'record'] });
    expect(testsOf(both)).toEqual([...testsOf(alone), ...testsOf(alone)]);
  });

  it('take differences of means in with what is exploratory', () => {
    const found = tested(
      fiveArms('s', [
        [0, 1, 2, 1],
        [1, 2, 3, 2],
      ]),
      { contrasts: [] },
    );
    const adjusted = benjaminiHochberg(pOf(found));
    // scipy.stats.ttest_ind([1, 2, 3, 2], [0, 1, 2, 1], equal_var=False).pvalue = 0.13397459621556124
    expect(found.means.map(({ name, test }) => [name, test?.pValue])).toEqual([['peer', expect.closeTo(0.133975, 5)]]);
    expect(testsOf(found).map((test) => [test?.adjusted, test?.family])).toEqual(adjusted.map((p) => [p, 'exploratory']));
  });

  it('of means that vary in neither arm are exact permutations, and are adjusted with the others', () => {
    const found = tested(fiveArms('s', [times(5, 60), times(5, 80)]), { contrasts: [] });
    // scipy 1.17.1: stats.permutation_test(([80] * 5, [60] * 5), lambda x, y, axis: np.mean(x, axis=axis) - np.mean(y, axis=axis),
    // permutation_type='independent', n_resamples=np.inf, vectorized=True).pvalue = 0.007936507936507936
    expect(found.means[0]?.test?.pValue).toBeCloseTo(0.007936507936507936, 15);
    expect(testsOf(found).map((test) => test?.adjusted)).toEqual(benjaminiHochberg(pOf(found)));
    expect(tested(fiveArms('s', [times(5, 60), times(5, 60)]), { contrasts: [] }).means[0]).toMatchObject({
      estimate: { kind: 'not-estimable', value: 0 },
      test: { pValue: 1 },
    });
  });

  it('are not there where nothing can be compared, and weigh on no other', () => {
    const none = armOf(absent, { yes: 0, blocks: 0 });
    const rest = [
      armOf(levelsOf('agent', 'good'), { yes: 14, scores: [4] }),
      armOf(levelsOf('agent', 'unrelated'), { yes: 4, scores: [1, 2] }),
    ];
    const found = tested([...rest, none], { contrasts: [] });
    expect([...found.effects, ...found.means].map(({ name, test }) => [name, test?.adjusted])).toEqual([
      ['peer', found.effects[0]?.test?.pValue],
      ['record', undefined],
      ['peer', undefined],
    ]);
  });

  it('of a declared effect count as 1 in their family where nothing can be compared, and say so', () => {
    const none = armOf(absent, { yes: 0, blocks: 0 });
    const rest = [armOf(levelsOf('agent', 'good'), { yes: 14 }), armOf(levelsOf('agent', 'unrelated'), { yes: 4 })];
    const { effects } = tested([...rest, none], { contrasts: ['peer', 'record'] });
    const head = { family: 'confirmatory', adjustment: 'holm' } as const;
    const p = effects[0]?.test?.pValue ?? Number.NaN;
    expect(effects.map(({ test }) => test)).toEqual([
      { pValue: p, adjusted: 2 * p, ...head },
      { pValue: 1, adjusted: 1, isMissing: true, ...head },
    ]);
  });

  it('are not given by an estimator that has no p-values', () => {
    const { pValue: _pValue, pairPValue: _pairPValue, ...estimator } = fixedSampleEstimator;
    expect(testsOf(tested(fiveArms(), { contrasts: ['peer'] }, estimator))).toEqual([undefined, undefined, undefined]);
  });
});

describe('an estimator of effects', () => {
  it('may be another one: for runs that ended early', () => {
    const estimateDifference = () => ({ kind: 'not-estimable', because: 'it goes on', unscored: 0 }) as const;
    const arms = fiveArms();
    const estimator = { ...fixedSampleEstimator, estimateDifference };
    const effects = namedEffects(arms, { verdictOf: () => 'control-disabled', estimator });
    expect(effects.map(({ estimate }) => estimate.kind === 'not-estimable' && estimate.because)).toEqual(effects.map(() => 'it goes on'));
  });

  it('is given the columns of both arms, treated first', () => {
    const arms = fiveArms();
    const [peer] = effectsAllowed(arms);
    const { treated, control } = columnsOfTwin(peer!, peer!.terms[0]!, { index: indexArms(arms), verdict: 'control-disabled' });
    expect([countMarks(treated.marks, 'yes'), countMarks(control.marks, 'yes')]).toEqual([12, 3]);
  });
});
