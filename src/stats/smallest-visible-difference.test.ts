import { describe, expect, it } from 'vitest';
import { differenceOfDifferences } from './difference-of-differences.ts';
import { drawCounts } from './draw-counts.ts';
import { powerOfDifference } from './power-of-difference.ts';
import { powerOfDifferenceOfDifferences } from './power-of-difference-of-differences.ts';
import { seededUniform } from './seeded-uniform.ts';
import { visibleDifference, visibleDifferenceOfDifferences, visibleEffect } from './smallest-visible-difference.ts';
import { stratifiedDifference } from './stratified-difference.ts';

describe('the smallest visible difference', () => {
  it('is seen with 80 % power, and a smaller one is not', () => {
    const found = visibleDifference({ blocks: 30 })(0.1) ?? Number.NaN;
    const powerAt = (difference: number) => powerOfDifference({ treated: 0.1 + difference, control: 0.1 }, { blocks: 30 });
    expect(powerAt(found)).toBeGreaterThanOrEqual(0.8);
    expect(powerAt(found - 0.001)).toBeLessThan(0.8);
  });

  /**
   * statsmodels 0.15.0 with scipy.optimize.brentq: the d at which
   * NormalIndPower().power(proportion_effectsize(c + d, c), nobs1=n, alpha=.05, ratio=1) is .8
   */
  it.each([
    [50, 0.05, 0.18463859824993087],
    [100, 0.05, 0.11896928633471913],
    [100, 0.3, 0.19234362417407738],
    [100, 0.5, 0.1929593662347969],
    [300, 0.3, 0.10912359818072585],
  ])('is near that of the normal test of two rates: %d blocks, control %d', (blocks, control, expected) => {
    expect(Math.abs((visibleDifference({ blocks })(control) ?? Number.NaN) - expected)).toBeLessThan(0.015);
  });

  it('is larger at worst than where the control arm is at 5 %, and larger for the strictest of a family', () => {
    const alone = visibleEffect(visibleDifference({ blocks: 20 }));
    expect(alone?.atFivePercent).toBeCloseTo(0.366, 2);
    expect(alone?.atWorst).toBeCloseTo(0.436, 2);
    const ofForty = visibleEffect(visibleDifference({ blocks: 20, confidence: 1 - 0.05 / 40 }));
    expect(ofForty?.atFivePercent).toBeGreaterThan((alone?.atFivePercent ?? 1) + 0.1);
    expect(ofForty?.atWorst).toBeGreaterThan((alone?.atWorst ?? 1) + 0.1);
  });

  it('is not there where so few blocks see nothing', () => {
    expect(visibleEffect(visibleDifference({ blocks: 1 }))).toBeUndefined();
    expect(visibleEffect(visibleDifference({ blocks: 4, confidence: 1 - 0.05 / 40 }))).toBeUndefined();
    expect(visibleDifference({ blocks: 30 })(0.9)).toBeUndefined();
  });

  it('refuses a control rate that leaves no room', () => {
    expect(() => visibleDifference({ blocks: 30 })(1)).toThrow('from 0 to below 1: 1');
    expect(() => visibleDifferenceOfDifferences({ blocks: 30 })(-0.1)).toThrow('-0.1');
  });
});

/** Four rates, in the order first treated and control, second treated and control. */
function simulatedPower(blocks: number, [treated, control, otherTreated, otherControl]: readonly [number, number, number, number]): number {
  const random = seededUniform(4);
  const repetitions = 2500;
  const effect = (one: number, two: number) =>
    stratifiedDifference(
      Array.from({ length: blocks }, () => ({ treated: drawCounts(1, one, random), control: drawCounts(1, two, random) })),
    )!;
  let seen = 0;
  for (let repetition = 0; repetition < repetitions; repetition += 1) {
    const { low, high } = differenceOfDifferences(effect(treated, control), effect(otherTreated, otherControl));
    if (low > 0 || high < 0) seen += 1;
  }
  return seen / repetitions;
}

describe('the power of a difference of differences', () => {
  it.each([
    [10, [0.9, 0.1, 0.1, 0.1]],
    [20, [0.9, 0.4, 0.4, 0.4]],
    [20, [0.5, 0.1, 0.2, 0.4]],
    [50, [0.3, 0.05, 0.05, 0.05]],
    [50, [0.5, 0.5, 0.5, 0.5]],
  ] as const)('is within 4 points of what simulated runs find: %d blocks of %j', (blocks, rates) => {
    const [treated, control, otherTreated, otherControl] = rates;
    const power = powerOfDifferenceOfDifferences({ treated, control }, { treated: otherTreated, control: otherControl }, { blocks });
    expect(Math.abs(power - simulatedPower(blocks, rates))).toBeLessThan(0.04);
  });

  it('is the same whichever effect is named first', () => {
    const [one, two] = [
      { treated: 0.7, control: 0.2 },
      { treated: 0.3, control: 0.25 },
    ];
    const first = powerOfDifferenceOfDifferences(one, two, { blocks: 25 });
    expect(powerOfDifferenceOfDifferences(two, one, { blocks: 25 })).toBeCloseTo(first, 10);
  });

  it('needs a larger effect than one difference does', () => {
    const [single, double] = [visibleDifference({ blocks: 40 }), visibleDifferenceOfDifferences({ blocks: 40 })].map(visibleEffect);
    expect(double?.atFivePercent).toBeGreaterThan(single?.atFivePercent ?? 1);
    expect(double?.atWorst).toBeCloseTo((single?.atWorst ?? 0) * Math.SQRT2, 1);
  });
});
