import { describe, expect, it } from 'vitest';
import { seededUniform } from './seeded-uniform.ts';
import { studentTest } from './student-test.ts';
import { welchDifference } from './welch-difference.ts';
import { welchTest } from './welch-test.ts';

const TREATED = [1.5, 2, -1, 4, 3.25, 0];
const CONTROL = [0, 0.5, -2, 1, 1, 0.25, -0.5, 0];

describe('welchTest', () => {
  it('agrees with scipy', () => {
    // scipy 1.17.1: r = stats.ttest_ind(TREATED, CONTROL, equal_var=False); r.statistic, r.df, r.pvalue
    const test = welchTest(TREATED, CONTROL);
    expect(test?.t).toBeCloseTo(1.8834832770825667, 13);
    expect(test?.degreesOfFreedom).toBeCloseTo(6.95540888657559, 12);
    expect(test?.pValue).toBeCloseTo(0.10191350828317494, 13);
  });

  it('rejects exactly where the interval leaves 0 out', () => {
    const random = seededUniform(3);
    for (let draw = 0; draw < 300; draw += 1) {
      const treated = Array.from({ length: 5 }, () => random() + 0.4);
      const control = Array.from({ length: 7 }, () => 2 * random() - 0.3);
      const { low, high } = welchDifference(treated, control) ?? { low: 0, high: 0 };
      expect((welchTest(treated, control)?.pValue ?? 1) < 0.05).toBe(low > 0 || high < 0);
    }
  });

  it('says nothing without spread or with fewer than 2 values', () => {
    expect(welchTest([1, 1], [2, 2])).toBeUndefined();
    expect(welchTest([1], CONTROL)).toBeUndefined();
  });
});

describe('studentTest', () => {
  it('agrees with scipy', () => {
    // scipy 1.17.1: r = stats.ttest_ind(TREATED, CONTROL, equal_var=True); r.statistic, r.df, r.pvalue
    const test = studentTest(TREATED, CONTROL);
    expect(test?.t).toBeCloseTo(2.064318709061393, 13);
    expect(test?.degreesOfFreedom).toBe(12);
    expect(test?.pValue).toBeCloseTo(0.06130101649608198, 13);
  });

  it("is Welch's in arms of one size and one spread", () => {
    const moved = TREATED.map((value) => value + 2);
    expect(studentTest(TREATED, moved)?.pValue).toBeCloseTo(welchTest(TREATED, moved)?.pValue ?? 0, 13);
  });

  it('says nothing without spread or with fewer than 2 values, and refuses what is not finite', () => {
    expect(studentTest([1, 1], [2, 2])).toBeUndefined();
    expect(studentTest(TREATED, [])).toBeUndefined();
    expect(() => studentTest(TREATED, [Number.NaN])).toThrow(new RangeError('a value must be finite: NaN'));
  });
});
