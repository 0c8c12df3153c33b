import { describe, expect, it } from 'vitest';
import type { Estimate } from '../core/estimate.ts';
import { stratifiedDifference } from '../stats/stratified-difference.ts';
import { differenceOfEffects, effectEstimate } from './effect-estimate.ts';
import { emptyMarks, setMark, type Mark } from './block-marks.ts';
import type { VerdictColumn } from './verdict-column.ts';

/** One mark for each block: y, n, u(nscored), l(atched), or - for a trial that there is not. */
function column(marks: string): VerdictColumn {
  const meaning: Readonly<Record<string, Mark>> = { y: 'yes', n: 'no', u: 'unscored', l: 'latched' };
  const found = emptyMarks();
  for (const [block, mark] of marks.split('').entries()) if (meaning[mark]) setMark(found, block, meaning[mark]);
  return { marks: found, numbers: [], unscoredNumbers: 0 };
}
const effect = (treated: string, control: string) => effectEstimate(column(treated), column(control));

describe('an effect', () => {
  it('is the mean difference over blocks, treated less control, with the interval for strata of one trial an arm', () => {
    const one = (success: boolean) => ({ successes: success ? 1 : 0, trials: 1 });
    const strata = ['yn', 'yn', 'yy', 'nn', 'ny', 'yn'].map(([treated, control]) => ({
      treated: one(treated === 'y'),
      control: one(control === 'y'),
    }));
    const { low, high } = stratifiedDifference(strata)!;
    expect(effect('yyynny', 'nnynyn')).toEqual({
      kind: 'estimated',
      value: expect.closeTo(2 / 6, 12),
      low,
      high,
      trials: 12,
      unscored: 0,
      bounds: [2 / 6, 2 / 6].map((bound) => expect.closeTo(bound, 12)),
    });
    expect(low).toBeLessThan(2 / 6);
    expect(high).toBeGreaterThan(2 / 6);
  });

  it('turns round with its arms', () => {
    const [forth, back] = [effect('yyyn', 'nnny'), effect('nnny', 'yyyn')] as Extract<Estimate, { kind: 'estimated' }>[];
    expect([back!.value, back!.low, back!.high]).toEqual(
      [-forth!.value, -forth!.high, -forth!.low].map((limit) => expect.closeTo(limit, 12)),
    );
  });

  it('leaves out blocks without a scored trial in both arms, and says how far those could move it', () => {
    // Scored pairs: y-n, n-n. With four blocks: at worst (1 + 0 + 0 - 1) / 4, at best (1 + 0 + 1 + 1) / 4.
    expect(effect('ynuy', 'nnnu')).toMatchObject({ value: 0.5, trials: 4, unscored: 2, bounds: [0.25, 0.75] });
  });

  it('counts scored trials whose block has none in the other arm, where there are any', () => {
    expect(effect('ynuyyyyn', 'nnnunnnn')).toMatchObject({ trials: 12, unscored: 2, unpaired: 2 });
    expect(effect('ynyyyy--', 'nnnnnnyy')).toMatchObject({ trials: 12, unscored: 0, unpaired: 2 });
    expect(effect('ynyyyu', 'nnnnnu')).not.toHaveProperty('unpaired');
  });

  it('says how many trials its arms have where these are fewer than five', () => {
    expect(effect('yyyy', 'nnny')).toMatchObject({ trials: 8, smallestArm: 4 });
    expect(effect('yyyyu', 'nnnyn')).toMatchObject({ smallestArm: 4 });
    expect(effect('yyyyy', 'nnnyn')).not.toHaveProperty('smallestArm');
  });

  it('takes a latched trial for a yes in both bounds', () => {
    expect(effect('ynl', 'nnn')).toMatchObject({ value: 0.5, unscored: 1, bounds: [0.5, expect.closeTo(2 / 3, 12)] });
  });

  it('has bounds that hold its value', () => {
    for (const [treated, control] of [
      ['yuuu', 'nnnn'],
      ['nuuy', 'yyun'],
      ['yyuu', 'uuyy'],
    ] as const) {
      const estimate = effect(treated, control);
      if (estimate.kind === 'not-estimable') continue;
      expect(estimate.bounds[0]).toBeLessThanOrEqual(estimate.value);
      expect(estimate.bounds[1]).toBeGreaterThanOrEqual(estimate.value);
    }
  });

  it('is not estimable where no block has both arms', () => {
    const because = 'no block has a scored trial in both arms';
    expect(effect('yn--', '--yn')).toEqual({ kind: 'not-estimable', because, unscored: 0, unpaired: 4 });
    expect(effect('uy', 'nu')).toEqual({ kind: 'not-estimable', because, unscored: 2, unpaired: 2 });
    expect(effect('', '')).toEqual({ kind: 'not-estimable', because, unscored: 0 });
  });
});

describe('a difference of effects', () => {
  const first: Estimate = { kind: 'estimated', value: 0.5, low: 0.2, high: 0.7, trials: 40, unscored: 1, bounds: [0.45, 0.55] };
  const second: Estimate = { kind: 'estimated', value: 0.1, low: -0.1, high: 0.4, trials: 30, unscored: 2, bounds: [0, 0.2] };
  const none: Estimate = { kind: 'not-estimable', because: 'why', unscored: 4 };

  it('has an interval by the squares of the distances, and bounds of both at their worst', () => {
    // 0.4 - √(0.3² + 0.3²), 0.4 + √(0.2² + 0.2²)
    expect(differenceOfEffects(first, second)).toEqual({
      kind: 'estimated',
      value: expect.closeTo(0.4, 12),
      low: expect.closeTo(0.4 - Math.sqrt(0.18), 12),
      high: expect.closeTo(0.4 + Math.sqrt(0.08), 12),
      trials: 70,
      unscored: 3,
      bounds: [0.25, 0.55],
    });
  });

  it('has the unpaired of both, and the smaller of their arms', () => {
    const found = differenceOfEffects({ ...first, unpaired: 3, smallestArm: 4 }, { ...second, unpaired: 1, smallestArm: 2 });
    expect(found).toMatchObject({ unpaired: 4, smallestArm: 2 });
    expect(differenceOfEffects(first, { ...none, unpaired: 2 })).toEqual({ ...none, unscored: 5, unpaired: 2 });
  });

  it('is not estimable where one of them is not', () => {
    expect(differenceOfEffects(first, none)).toEqual({ ...none, unscored: 5 });
    expect(differenceOfEffects(none, second)).toEqual({ ...none, unscored: 6 });
  });
});
