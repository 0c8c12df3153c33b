import { describe, expect, it } from 'vitest';
import { asPercent, asPercentRange, asPoints, asPointsRange, asScore, asScoreRange } from './format-number.ts';

describe('rounding', () => {
  it('goes away from 0 at a half on both sides, so that what is symmetric looks so', () => {
    expect([0.125, -0.125, 0.375, -0.375].map(asPoints)).toEqual(['+13 pp', '-13 pp', '+38 pp', '-38 pp']);
    expect([asPercentRange(-0.125, 0.125), asPointsRange(-0.125, 0.125)]).toEqual(['[-13, 13]', '[-13, +13]']);
    expect([12.25, -12.25, 0.35, -0.35].map(asScore)).toEqual(['12.3', '-12.3', '0.4', '-0.4']);
  });

  it('takes a share that is a half of a point for one, whatever its binary fraction says', () => {
    expect([29 / 200, -29 / 200, 57 / 200].map(asPoints)).toEqual(['+15 pp', '-15 pp', '+29 pp']);
    expect(asPercent(29 / 200)).toBe('15 %');
  });

  it('never shows a zero with a sign', () => {
    expect([asPoints(-0.001), asPoints(-0), asPercent(-0), asPercentRange(-0.004, 0.001), asScore(-0.04)]).toEqual([
      '0 pp',
      '0 pp',
      '0 %',
      '[0, 0]',
      '0.0',
    ]);
    expect([asPointsRange(-0.001, 0.3), asScoreRange(-0.04, 2)]).toEqual(['[0, +30]', '[0.0, 2.0]']);
  });
});

describe('an interval that leaves out 0', () => {
  it('shows it, by as many places as that takes', () => {
    expect([asPointsRange(0.0043, 0.99), asPointsRange(-0.5, -0.0004), asPercentRange(0.0018, 0.02)]).toEqual([
      '[+0.4, +99]',
      '[-50, -0.04]',
      '[0.2, 2]',
    ]);
    expect(asScoreRange(0.03, 5)).toBe('[0.03, 5.0]');
  });

  it('is not confused with one that begins at 0, or holds it', () => {
    expect([asPercentRange(0, 0.02), asPointsRange(-0.004, 0.99), asPercentRange(1e-15, 0.3)]).toEqual(['[0, 2]', '[0, +99]', '[0, 30]']);
  });
});
