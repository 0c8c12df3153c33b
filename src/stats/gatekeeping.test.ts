import { describe, expect, it } from 'vitest';
import { gatekeepingAdjust } from './gatekeeping.ts';
import { holmAdjust } from './holm-adjust.ts';

describe('gatekeepingAdjust', () => {
  it('adjusts by Holm within a family and opens the next only once all of it are rejected', () => {
    // statsmodels 0.15.0, family by family: h = multipletests(p, method='holm')[1]; a = np.maximum(gate, h); gate = a.max()
    expect(gatekeepingAdjust([[0.004], [0.01, 0.04, 0.03], [0.001, 0.2]])).toEqual([
      [0.004],
      [expect.closeTo(0.03, 14), expect.closeTo(0.06, 14), expect.closeTo(0.06, 14)],
      [expect.closeTo(0.06, 14), expect.closeTo(0.2, 14)],
    ]);
  });

  it('is Holm for one family and the fixed sequence for families of one', () => {
    expect(gatekeepingAdjust([[0.01, 0.04, 0.03]])).toEqual([holmAdjust([0.01, 0.04, 0.03])]);
    expect(gatekeepingAdjust([[0.01], [0.001], [0.2], [0.03]])).toEqual([[0.01], [0.01], [0.2], [0.2]]);
  });

  it('lets an empty family pass and keeps all shut behind a p of 1', () => {
    expect(gatekeepingAdjust([])).toEqual([]);
    expect(gatekeepingAdjust([[], [0.02]])).toEqual([[], [0.02]]);
    expect(gatekeepingAdjust([[0.001, 1], [0.0001]])).toEqual([[0.002, 1], [1]]);
  });

  it('refuses what is no p-value', () => {
    expect(() => gatekeepingAdjust([[0.1], [1.5]])).toThrow(new RangeError('a p-value must lie from 0 to 1: 1.5'));
  });
});
