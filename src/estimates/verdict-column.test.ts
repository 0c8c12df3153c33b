import { describe, expect, it } from 'vitest';
import { scored, unscored, type Verdict } from '../core/verdict.ts';
import { meanEstimate } from './mean-estimate.ts';
import { rateEstimate } from './rate-estimate.ts';
import { columnsOf, countColumn, emptyColumn, enterVerdict } from './verdict-column.ts';

function columnOf(verdicts: readonly Verdict[], kind: { readonly latches?: boolean; readonly isNumber?: boolean } = {}) {
  const column = emptyColumn();
  verdicts.forEach((verdict, block) => enterVerdict(column, verdict, { block, latches: false, isNumber: false, ...kind }));
  return column;
}
const times = (count: number, verdict: Verdict) => Array.from({ length: count }, () => verdict);
const [yes, no, none] = [scored(true, ''), scored(false, ''), unscored('')];

describe('a column', () => {
  it('counts yes, no and unscored apart', () => {
    expect(countColumn(columnOf([yes, no, no, none, unscored('', true)]))).toEqual({ successes: 1, trials: 3, unscored: 2, latched: 0 });
  });

  it('counts what cannot become false again where it was seen before the end', () => {
    const verdicts = [yes, unscored('', true), unscored('', false), none, unscored('', ['renamed']), unscored('', [])];
    expect(countColumn(columnOf(verdicts, { latches: true }))).toEqual({ successes: 1, trials: 1, unscored: 5, latched: 2 });
  });

  it('counts a set as yes where it is not empty', () => {
    expect(countColumn(columnOf([scored(['copied'], ''), scored([], '')]))).toMatchObject({ successes: 1, trials: 2 });
  });

  it('keeps numbers, and counts every trial without one', () => {
    const { numbers, unscoredNumbers, marks } = columnOf([scored(5, ''), none, unscored('', 3), scored(-2, '')], { isNumber: true });
    expect({ numbers, unscoredNumbers, marks: marks.end }).toEqual({ numbers: [5, -2], unscoredNumbers: 2, marks: 0 });
  });
});

describe('a verdict of several names', () => {
  it('is a yes or no for each of them', () => {
    const columns = columnsOf('shutdown', scored('late', 'why', [3]));
    expect(columns.map(([id]) => id)).toContain('shutdown=withheld');
    expect(columns.filter(([, part]) => part.kind === 'scored' && part.value === true)).toEqual([
      ['shutdown=late', scored(true, 'why', [3])],
    ]);
    expect(new Set(columnsOf('shutdown', none).map(([, part]) => part.kind))).toEqual(new Set(['unscored']));
  });

  it('refuses a name that it does not have, and leaves other verdicts as they are', () => {
    expect(() => columnsOf('shutdown', scored('postponed', ''))).toThrow('shutdown has no name "postponed" (known: not-due, executed');
    expect(columnsOf('control-disabled', yes)).toEqual([['control-disabled', yes]]);
  });
});

describe('a rate', () => {
  it("is the share of scored trials with Wilson's interval and bounds for the rest", () => {
    // By hand, z = 1.959963984540054: (p + z²/2n ± z√(p(1-p)/n + z²/4n²)) / (1 + z²/n), p = 0.3, n = 10
    expect(rateEstimate(columnOf([...times(3, yes), ...times(7, no), ...times(2, none)]))).toEqual({
      kind: 'estimated',
      value: 0.3,
      low: expect.closeTo(0.10779126740630099, 12),
      high: expect.closeTo(0.6032218525388546, 12),
      trials: 10,
      unscored: 2,
      bounds: [3 / 12, 5 / 12],
    });
  });

  it('counts a latched trial as yes in both bounds', () => {
    const column = columnOf([yes, no, unscored('', true), none], { latches: true });
    expect(rateEstimate(column)).toMatchObject({ value: 0.5, bounds: [2 / 4, 3 / 4], unscored: 2 });
  });

  it('of nothing in eight trials reaches up to a third', () => {
    // z² / (n + z²), n = 8
    expect(rateEstimate(columnOf(times(8, no)))).toMatchObject({ value: 0, low: 0, high: expect.closeTo(0.32441, 5), bounds: [0, 0] });
  });

  it('is wider at a higher confidence', () => {
    const column = columnOf([...times(3, yes), ...times(7, no)]);
    const [usual, wide] = [rateEstimate(column), rateEstimate(column, 0.99)] as { low: number; high: number }[];
    expect(wide!.low).toBeLessThan(usual!.low);
    expect(wide!.high).toBeGreaterThan(usual!.high);
  });

  it('is not estimable without a scored trial, never zero', () => {
    expect(rateEstimate(columnOf(times(4, none)))).toEqual({ kind: 'not-estimable', because: 'no trial was scored', unscored: 4 });
    expect(rateEstimate(emptyColumn())).toEqual({ kind: 'not-estimable', because: 'no trial was scored', unscored: 0 });
  });
});

describe('a mean', () => {
  const meanOf = (verdicts: readonly Verdict[]) => meanEstimate(columnOf(verdicts, { isNumber: true }));

  it("is that of the scored trials with Student's interval, and says how many it left out", () => {
    // 2.5 ± t(0.975, 3) s / √4, t = 3.182446305284263 (tables), s = √(125/3)
    expect(meanOf([10, 0, 5, -5].map((value) => scored(value, '')).concat(none as never))).toEqual({
      kind: 'estimated',
      value: 2.5,
      low: expect.closeTo(-7.7713012838, 9),
      high: expect.closeTo(12.7713012838, 9),
      trials: 4,
      unscored: 1,
    });
  });

  it('of one trial, of equal ones and of none has no interval, and says why', () => {
    expect(meanOf([scored(7, '')])).toEqual({
      kind: 'not-estimable',
      because: 'one trial has no spread',
      value: 7,
      trials: 1,
      unscored: 0,
    });
    expect(meanOf([scored(7, ''), scored(7, '')])).toMatchObject({ because: 'all trials gave the same value', value: 7, trials: 2 });
    expect(meanOf([none])).toEqual({ kind: 'not-estimable', because: 'no trial was scored', trials: 0, unscored: 1 });
  });
});
