import { describe, expect, it } from 'vitest';
import { mcnemarTest } from '../stats/mcnemar-test.ts';
import { tangoDifference } from '../stats/tango-difference.ts';
import { scored, unscored } from '../core/verdict.ts';
import { countPairs, pairEstimate, pairPValue } from './pair-estimate.ts';
import { emptyColumn, enterVerdict } from './verdict-column.ts';

/** One mark a trial: y, n, u(nscored), or - where there is none. */
function column(marks: string) {
  const own = emptyColumn();
  for (const [block, mark] of marks.split('').entries()) {
    const verdict = mark === 'u' ? unscored('lost') : scored(mark === 'y', '');
    if (mark !== '-') enterVerdict(own, verdict, { block, latches: false, isNumber: false });
  }
  return own;
}
const of = (treated: string, control: string) => [column(treated), column(control)] as const;

describe('an effect within trials', () => {
  it('is the difference of the two halves of the same trials, by Tango', () => {
    const counts = { both: 1, onlyFirst: 3, onlySecond: 1, neither: 2 };
    const [treated, control] = of('yyyynnn', 'ynnnynn');
    const { low, high } = tangoDifference(counts)!;
    expect(countPairs(treated, control)).toEqual(counts);
    const value = expect.closeTo(2 / 7, 12);
    const bounds = [value, value];
    expect(pairEstimate(treated, control)).toEqual({ kind: 'estimated', value, low, high, trials: 7, unscored: 0, bounds });
    expect(pairPValue(treated, control)).toBe(mcnemarTest(counts));
  });

  it('leaves out trials of which half is unscored, and says how far they could move it', () => {
    // Scored: y-n, n-n. The third trial is at best y-n, at worst n-n; the fourth at best y-n, at worst n-y.
    expect(pairEstimate(...of('ynuu', 'nnnu'))).toMatchObject({ value: 0.5, trials: 2, unscored: 3, bounds: [0, 0.75] });
  });

  it('is found only where its limits leave 0 out, though they may where it is not found', () => {
    const pairs = 10;
    const tables = Array.from({ length: pairs + 1 }, (_, one) => Array.from({ length: pairs - one + 1 }, (_unused, other) => [one, other]));
    const seen = tables.flat().map(([one = 0, other = 0]) => {
      const [treated, control] = of(
        'y'.repeat(one) + 'n'.repeat(pairs - one),
        'n'.repeat(one) + 'y'.repeat(other) + 'n'.repeat(pairs - one - other),
      );
      const found = pairEstimate(treated, control);
      const isApart = found.kind === 'estimated' && (found.low > 0 || found.high < 0);
      return { table: `${one}:${other}`, isApart, isFound: pairPValue(treated, control) < 0.05 };
    });
    expect(seen.filter(({ isApart, isFound }) => isFound && !isApart)).toEqual([]);
    const unlike = seen.filter(({ isApart, isFound }) => isApart && !isFound).map(({ table }) => table);
    expect(unlike).toEqual(['0:4', '0:5', '1:7', '4:0', '5:0', '7:1']);
  });

  it('is not estimable without a pair', () => {
    const because = 'no trial has a score in both of its halves';
    expect(pairEstimate(...of('yu-', 'u-y'))).toEqual({ kind: 'not-estimable', because, unscored: 2, unpaired: 2 });
    expect(pairPValue(...of('', ''))).toBe(1);
  });
});
