import { describe, expect, it } from 'vitest';
import { cohenKappa } from './cohen-kappa.ts';
import { gwetAgreement } from './gwet-agreement.ts';
import type { RaterTable } from './rater-table.ts';

const TWO: RaterTable = [
  [40, 9],
  [6, 45],
];
const THREE: RaterTable = [
  [20, 5, 2],
  [3, 30, 4],
  [1, 2, 33],
];
const RARE: RaterTable = [
  [90, 3],
  [4, 1],
];
const OPPOSED: RaterTable = [
  [3, 7],
  [9, 1],
];
const FULL: RaterTable = [
  [10, 0],
  [0, 12],
];

describe('cohenKappa', () => {
  // statsmodels 0.15.0: r = cohens_kappa(np.array(table)); r.kappa, r.std_kappa
  // Limits, numpy 2.4.6, ne = po (1 - po) / ((1 - pe)**2 std_kappa**2): l, u = proportion_confint(po * ne, ne, .05, 'wilson') by its
  // formula; (l - pe) / (1 - pe), (u - pe) / (1 - pe)
  it.each([
    [TWO, 0.6995192307692307, 0.07139360269998822, 0.5339402764531296, 0.8134128806879883],
    [THREE, 0.7416020671834624, 0.05684037712826406, 0.6123259882378773, 0.8340856274290347],
    [RARE, 0.18527315914489415, 0.18976901888415987, -0.26882879616598854, 0.485110818739536],
    [OPPOSED, -0.6, 0.17527121840165352, -0.8357751040962873, -0.17740465620088064],
  ])('agrees with statsmodels for %j', (...[table, value, standardError, low, high]) => {
    expect(cohenKappa(table)).toEqual({
      kind: 'estimated',
      value: expect.closeTo(value, 12),
      low: expect.closeTo(low, 12),
      high: expect.closeTo(high, 12),
      items: table.flat().reduce((sum, count) => sum + count, 0),
      agreement: expect.any(Number),
      chanceAgreement: expect.any(Number),
      standardError: expect.closeTo(standardError, 12),
    });
  });

  it('is 1 with a lower limit below it where the raters never differ', () => {
    // statsmodels gives 1 to 1. numpy, as above with ne = 22: 0.7002126695392812 to 1
    const { agreement, chanceAgreement, ...rest } = cohenKappa(FULL) as Record<string, unknown>;
    expect(rest).toEqual({
      kind: 'estimated',
      value: 1,
      low: expect.closeTo(0.7002126695392812, 12),
      high: 1,
      items: 22,
      standardError: 0,
    });
    expect([agreement, chanceAgreement]).toEqual([1, expect.closeTo(0.5041322314049587, 12)]);
  });

  it('is not estimable where chance explains all, or from fewer than 2 items', () => {
    const because = 'both raters gave every item the same one label, as chance alone would';
    expect(
      cohenKappa([
        [98, 0],
        [0, 0],
      ]),
    ).toEqual({ kind: 'not-estimable', items: 98, because });
    const tooFew = 'fewer than 2 items have a label from both raters';
    expect(
      cohenKappa([
        [1, 0],
        [0, 0],
      ]),
    ).toEqual({ kind: 'not-estimable', items: 1, because: tooFew });
    expect(cohenKappa([])).toEqual({ kind: 'not-estimable', items: 0, because: tooFew });
  });

  it('refuses an impossible table', () => {
    expect(() => cohenKappa([[1, 2]])).toThrow(new RangeError('a table of 1 labels needs rows as long: 2'));
    expect(() =>
      cohenKappa([
        [1, -2],
        [0, 3],
      ]),
    ).toThrow(new RangeError('a count must be a whole number from 0: -2'));
  });
});

describe('gwetAgreement', () => {
  // irrCAC 0.4.4: CAC(pairs, weights='identity', digits=14).gwet()['est'], coefficient_value and se; limits as above from these
  it.each([
    [TWO, 0.70074812967581, 0.07171126056348, 0.534231248691746, 0.8149378212708396],
    [THREE, 0.74675058657033, 0.05641327517409, 0.6182462279561552, 0.8383110165356014],
    [RARE, 0.92171184022825, 0.03069449355831, 0.8390242297791923, 0.9635800491385451],
    [OPPOSED, -0.58415841584158, 0.19807956088274, -0.8361952433043737, -0.10198069979786682],
  ])('agrees with irrCAC for %j', (...[table, value, standardError, low, high]) => {
    expect(gwetAgreement(table)).toEqual({
      kind: 'estimated',
      value: expect.closeTo(value, 12),
      low: expect.closeTo(low, 12),
      high: expect.closeTo(high, 12),
      items: table.flat().reduce((sum, count) => sum + count, 0),
      agreement: expect.any(Number),
      chanceAgreement: expect.any(Number),
      standardError: expect.closeTo(standardError, 12),
    });
  });

  it('is 1 where all items got one label, with a lower limit below it', () => {
    // numpy: proportion_confint(98, 98, .05, 'wilson')[0]
    const found = gwetAgreement([
      [98, 0],
      [0, 0],
    ]);
    expect(found).toMatchObject({ kind: 'estimated', value: 1, low: expect.closeTo(0.9622800098783192, 12), high: 1, standardError: 0 });
  });

  it('is not estimable from fewer than 2 items or of one label only', () => {
    const tooFew = 'fewer than 2 items have a label from both raters';
    expect(
      gwetAgreement([
        [0, 1],
        [0, 0],
      ]),
    ).toEqual({ kind: 'not-estimable', items: 1, because: tooFew });
    expect(gwetAgreement([[9]])).toEqual({ kind: 'not-estimable', items: 9, because: 'agreement needs at least 2 possible labels' });
  });

  it('has limits where one rater gave one label only, and the variance is nothing but rounding', () => {
    const of46 = cohenKappa([
      [36, 10],
      [0, 0],
    ]);
    expect(of46).toMatchObject({ kind: 'estimated', value: 0 });
    const { low, high } = of46 as Extract<typeof of46, { kind: 'estimated' }>;
    expect(high - low).toBeGreaterThan(0.5);
  });
});
