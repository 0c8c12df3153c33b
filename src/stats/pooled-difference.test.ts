import { describe, expect, it } from 'vitest';
import { pooledDifference } from './pooled-difference.ts';
import { stratifiedDifference } from './stratified-difference.ts';

const arm = (successes: number, trials: number) => ({ successes, trials });
const FIRST = [
  { treated: arm(4, 12), control: arm(1, 10) },
  { treated: arm(10, 25), control: arm(6, 30) },
];
const SECOND = [{ treated: arm(3, 3), control: arm(2, 7) }];

describe('pooledDifference', () => {
  it('takes the mean of the groups, however unlike in size', () => {
    const [one, two] = [stratifiedDifference(FIRST)!, stratifiedDifference(SECOND)!];
    expect(pooledDifference([FIRST, SECOND])?.value).toBeCloseTo((one.value + two.value) / 2, 14);
  });

  it('agrees with the formulas in numpy', () => {
    // numpy 2 and statsmodels 0.15.0: the formulas quoted in stratified-difference.test.ts, Sato's terms with these weights:
    // w = np.r_[m[:2]/m[:2].sum()/2, .5] where m = n1*n0/(n1+n0)
    const pooled = pooledDifference([FIRST, SECOND]);
    expect(pooled?.low).toBeCloseTo(0.11158387093351796, 12);
    expect(pooled?.high).toBeCloseTo(0.6888423080735563, 12);
  });

  it('is the difference over its strata for one group', () => {
    const { value, low, high } = stratifiedDifference(FIRST)!;
    expect(pooledDifference([FIRST])).toEqual({ value, low, high, usedGroups: 1, skippedGroups: 0 });
  });

  it('leaves out and counts the groups that hold no difference', () => {
    const lost = [{ treated: arm(1, 1), control: arm(0, 0) }];
    expect(pooledDifference([lost, FIRST, [], SECOND])).toEqual({ ...pooledDifference([FIRST, SECOND]), skippedGroups: 2 });
    expect(pooledDifference([lost])).toBeUndefined();
    expect(pooledDifference([])).toBeUndefined();
  });

  it('refuses impossible counts', () => {
    expect(() => pooledDifference([FIRST, [{ treated: arm(2, 1), control: arm(0, 0) }]])).toThrow(
      new RangeError('successes must be a whole number from 0 to 1 trials: 2'),
    );
    expect(() => pooledDifference([], 1)).toThrow(new RangeError('confidence must lie between 0 and 1: 1'));
  });
});
