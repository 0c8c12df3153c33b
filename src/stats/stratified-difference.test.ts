import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newcombeDifference } from './newcombe-difference.ts';
import { scoreIntervalOfRates } from './score-interval-of-rates.ts';
import { stratifiedDifference } from './stratified-difference.ts';
import type { Stratum } from './stratum.ts';

const arm = (successes: number, trials: number) => ({ successes, trials });
const blocks = (count: number, treated: number, control: number): readonly Stratum[] =>
  Array.from({ length: count }, () => ({ treated: arm(treated, 1), control: arm(control, 1) }));

const counts = fc.nat(12).chain((trials) => fc.nat(trials).map((successes) => arm(successes, trials)));
const stratum = fc.record({ treated: counts, control: counts });
const strata = fc.array(stratum, { minLength: 1, maxLength: 8 });

/**
 * numpy 2 and statsmodels 0.15.0, with w the Mantel-Haenszel weights, d = p1 - p0 the pooled difference, VS Sato's variance:
 * e1 = 1/(w**2/n1).sum(); l1, u1 = proportion_confint(p1*e1, e1, alpha, 'wilson'); the same for e0, l0, u0;
 * C = (p1*(1-p1)/e1 + p0*(1-p0)/e0 - VS)/2; if C > 0: C = max(0, C - z**2/8*(1/e1**2 + 1/e0**2));
 * phi = C/np.sqrt(p1*(1-p1)/e1 * p0*(1-p0)/e0); a, b, c, f = p1-l1, u0-p0, u1-p1, p0-l0;
 * d - np.sqrt(a*a + b*b - 2*phi*a*b), d + np.sqrt(c*c + f*f - 2*phi*c*f)
 */
describe('stratifiedDifference', () => {
  it('agrees with the formulas in numpy over unlike strata', () => {
    const unlike = [
      { treated: arm(4, 12), control: arm(1, 10) },
      { treated: arm(10, 25), control: arm(6, 30) },
      { treated: arm(3, 3), control: arm(2, 7) },
    ];
    const difference = stratifiedDifference(unlike);
    expect(difference?.value).toBeCloseTo(0.25954525954525953, 14);
    expect(difference?.low).toBeCloseTo(0.06305861291337514, 12);
    expect(difference?.high).toBeCloseTo(0.4350825985764364, 12);
    expect(stratifiedDifference(unlike, 0.99)?.low).toBeCloseTo(0.002361790450583101, 12);
  });

  it('gains from strata that differ (phi = 0.536 here)', () => {
    const unlike = [
      { treated: arm(1, 20), control: arm(0, 20) },
      { treated: arm(10, 20), control: arm(9, 20) },
      { treated: arm(19, 20), control: arm(20, 20) },
    ];
    const difference = stratifiedDifference(unlike);
    expect(difference?.value).toBeCloseTo(0.01666666666666672, 14);
    expect(difference?.low).toBeCloseTo(-0.10190528529775679, 12);
    expect(difference?.high).toBeCloseTo(0.13427367945976149, 12);
    const unstratified = newcombeDifference(arm(30, 60), arm(29, 60));
    expect(difference!.high - difference!.low).toBeLessThan(0.8 * (unstratified!.high - unstratified!.low));
  });

  it("has the limits of Mee's score test beyond a difference of a half", () => {
    // scipy 1.17.1: optimize.brentq over the difference x of (d - x) / sqrt(A + B - 2*phi*sqrt(A*B)) = +-z, with A = q1*(1-q1)/e1,
    // B = q0*(1-q0)/e0 and q1 = q0 + x the likeliest rates by optimize.minimize_scalar; e1, e0 and phi as above
    const unlike = [
      { treated: arm(19, 20), control: arm(1, 20) },
      { treated: arm(15, 20), control: arm(0, 20) },
      { treated: arm(20, 20), control: arm(12, 20) },
    ];
    const difference = stratifiedDifference(unlike);
    expect(difference?.value).toBeCloseTo(0.6833333333333332, 14);
    expect(difference?.low).toBeCloseTo(0.5377718828206154, 8);
    expect(difference?.high).toBeCloseTo(0.7900618016008135, 8);
    const inBlocks = stratifiedDifference([...blocks(8, 1, 0), ...blocks(1, 1, 1), ...blocks(1, 0, 0)]);
    expect(inBlocks?.low).toBeCloseTo(0.3979327095430255, 8);
    expect(inBlocks?.high).toBeCloseTo(0.9442670375724619, 8);
  });

  it('is exactly the Newcombe interval for one stratum', () => {
    fc.assert(
      fc.property(stratum, ({ treated, control }) => {
        const plain = newcombeDifference(treated, control);
        const stratified = stratifiedDifference([{ treated, control }]);
        expect(stratified).toEqual(plain && { ...plain, usedStrata: 1, skippedStrata: 0 });
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  it.each([
    [0, 0],
    [1, 1],
    [1, 0],
    [0, 1],
  ])('is the unstratified interval where all of an arm behave alike: %i against %i', (treated, control) => {
    const difference = stratifiedDifference(blocks(12, treated, control));
    const [one, two] = [arm(12 * treated, 12), arm(12 * control, 12)];
    const score = scoreIntervalOfRates([
      { coefficient: 1, rate: treated, size: 12 },
      { coefficient: -1, rate: control, size: 12 },
    ]);
    const plain = treated === control ? newcombeDifference(one, two) : score;
    expect(difference?.value).toBe(treated - control);
    expect(difference?.low).toBeCloseTo(plain!.low, 12);
    expect(difference?.high).toBeCloseTo(plain!.high, 12);
  });

  it('keeps a width where strata are all or nothing and the arms agree', () => {
    const difference = stratifiedDifference([
      { treated: arm(0, 20), control: arm(0, 20) },
      { treated: arm(20, 20), control: arm(20, 20) },
    ]);
    expect(difference?.value).toBe(0);
    expect(difference?.low).toBeLessThan(-0.06);
    expect(difference?.high).toBeGreaterThan(0.06);
  });

  it('leaves out and counts the strata that hold no difference', () => {
    const lost = [
      { treated: arm(1, 1), control: arm(0, 0) },
      { treated: arm(0, 0), control: arm(0, 0) },
    ];
    const kept = [...blocks(3, 1, 0), ...blocks(4, 0, 1)];
    expect(stratifiedDifference([...lost, ...kept])).toEqual({ ...stratifiedDifference(kept), skippedStrata: 2 });
    expect(stratifiedDifference(lost)).toBeUndefined();
    expect(stratifiedDifference([])).toBeUndefined();
  });

  it('stays within -1 and 1, holds its value, and changes sign with the arms', () => {
    fc.assert(
      fc.property(strata, (list) => {
        const difference = stratifiedDifference(list);
        const reversed = stratifiedDifference(list.map(({ treated, control }) => ({ treated: control, control: treated })));
        fc.pre(difference !== undefined && reversed !== undefined);
        expect(difference.low).toBeGreaterThanOrEqual(-1);
        expect(difference.high).toBeLessThanOrEqual(1);
        expect(difference.low).toBeLessThan(difference.high);
        expect(difference.low).toBeLessThanOrEqual(difference.value);
        expect(difference.high).toBeGreaterThanOrEqual(difference.value);
        expect(reversed.low).toBeCloseTo(-difference.high, 12);
        expect(reversed.high).toBeCloseTo(-difference.low, 12);
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  it('refuses impossible counts', () => {
    expect(() => stratifiedDifference([{ treated: arm(2, 1), control: arm(0, 0) }])).toThrow(
      new RangeError('successes must be a whole number from 0 to 1 trials: 2'),
    );
    expect(() => stratifiedDifference([], 0)).toThrow(new RangeError('confidence must lie between 0 and 1: 0'));
  });
});
