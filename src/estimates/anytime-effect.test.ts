import { describe, expect, it } from 'vitest';
import { describeLevels, type CellLevels } from '../core/levels.ts';
import type { StoppingRule } from '../core/ports/store.ts';
import type { Cell } from '../core/trial.ts';
import { scored } from '../core/verdict.ts';
import { anytimeContrast } from '../stats/anytime-contrast.ts';
import { trialRecord } from '../testing/store-samples.ts';
import { anytimeEffectEstimate, anytimeEstimator } from './anytime-effect.ts';
import { emptyMarks, setMark, type Mark } from './block-marks.ts';
import { fixedSampleEstimator } from './effect-estimator.ts';
import { collectResults } from './run-results.ts';
import { isAtPlannedEnd } from './run-reach.ts';
import type { VerdictColumn } from './verdict-column.ts';

/** One mark for each block: y, n, u(nscored), l(atched), or - for a trial that there is not. */
function column(marks: string): VerdictColumn {
  const meaning: Readonly<Record<string, Mark>> = { y: 'yes', n: 'no', u: 'unscored', l: 'latched' };
  const found = emptyMarks();
  for (const [block, mark] of marks.split('').entries()) if (meaning[mark]) setMark(found, block, meaning[mark]);
  return { marks: found, numbers: [], unscoredNumbers: 0 };
}
const twin = (treated: string, control: string) => ({ treated: column(treated), control: column(control) });
const strata = (treated: string, control: string) => {
  const arm = (mark: string | undefined) => ({ successes: mark === 'y' ? 1 : 0, trials: mark === 'y' || mark === 'n' ? 1 : 0 });
  return treated.split('').map((mark, block) => ({ treated: arm(mark), control: arm(control[block]) }));
};

describe('an effect of a run that is not at its planned end', () => {
  it('has limits that hold at all numbers of blocks, over the whole blocks alone', () => {
    const { value, low, high } = anytimeContrast([{ sign: 1, strata: strata('yyny', 'nnnn') }])!;
    expect(anytimeEffectEstimate([twin('yynyy-y', 'nnnnn-n')], 4)).toEqual({
      kind: 'estimated',
      value,
      low,
      high,
      trials: 8,
      unscored: 0,
      bounds: [0.75, 0.75].map((bound) => expect.closeTo(bound, 12)),
      validity: 'anytime',
    });
  });

  it('leaves out blocks without a score in every arm, and lets them move the bounds', () => {
    const found = anytimeEffectEstimate([twin('yyuy', 'nnnl')], 4);
    const { value, low, high } = anytimeContrast([{ sign: 1, strata: strata('yyuy', 'nnnl') }])!;
    expect(found).toMatchObject({ value, low, high, trials: 4, unscored: 2 });
    expect(found).toMatchObject({ bounds: [expect.closeTo(0.5, 12), 1] });
  });

  it('forms a difference of differences block by block', () => {
    const [first, second] = [twin('yyyn', 'nnyn'), twin('nuyn', 'nnny')];
    const { value, low, high } = anytimeContrast([
      { sign: 1, strata: strata('yyyn', 'nnyn') },
      { sign: -1, strata: strata('nuyn', 'nnny') },
    ])!;
    expect(anytimeEstimator(4).subtractTwins?.(first, second)).toMatchObject({ value, low, high, trials: 12, validity: 'anytime' });
  });

  it('subtracts the second difference, and its bounds at their worst', () => {
    // The first is 1 or 1/2 (a trial is unscored), the second 0 or 1/2.
    const [first, second] = [twin('yu', 'nn'), twin('nu', 'nn')];
    const found = anytimeEstimator(2).subtractTwins?.(first, second);
    expect(found).toMatchObject({ value: 1, trials: 4, unscored: 2, bounds: [expect.closeTo(0, 12), expect.closeTo(1, 12)] });
    const turned = anytimeEstimator(2).subtractTwins?.(second, first);
    expect(turned).toMatchObject({ value: -1, bounds: [expect.closeTo(-1, 12), expect.closeTo(0, 12)] });
  });

  it('counts a trial whose halves are compared once, as at the planned end', () => {
    const [treated, control] = [column('yyuy'), column('nnnn')];
    const found = [anytimeEstimator(4), fixedSampleEstimator].map(({ estimatePairs }) => estimatePairs(treated, control));
    expect(found).toEqual([expect.objectContaining({ trials: 3, unscored: 1 }), expect.objectContaining({ trials: 3, unscored: 1 })]);
  });

  it('counts the scored trials of whole blocks that are in no difference, and needs no word on small arms', () => {
    const found = anytimeEffectEstimate([twin('yyuyn', 'nnnnu'), twin('yyyyn', 'nunnn')], 4);
    expect(found).toMatchObject({ trials: 8, unscored: 2, unpaired: 6 });
    expect(found).not.toHaveProperty('smallestArm');
  });

  it('is not estimable before the first whole block, nor without a score, in words', () => {
    expect(anytimeEffectEstimate([twin('-y', 'nn')], 0)).toEqual({ kind: 'not-estimable', because: 'no block is whole yet', unscored: 0 });
    const because = 'no whole block has a scored trial in every arm';
    expect(anytimeEffectEstimate([twin('uu', 'nn')], 2)).toEqual({ kind: 'not-estimable', because, unscored: 2, unpaired: 2 });
  });

  it('has a p-value that is below 5 % exactly where the limits leave 0 out, and larger than at the planned end', () => {
    for (const yes of [4, 7, 8, 9, 12, 20]) {
      const one = twin('y'.repeat(yes) + 'n'.repeat(20 - yes), 'n'.repeat(20));
      const found = anytimeEffectEstimate([one], 20);
      const pValue = anytimeEstimator(20).pValue?.([one]) ?? Number.NaN;
      expect(pValue < 0.05).toBe(found.kind === 'estimated' && found.low > 0);
      expect(pValue).toBeGreaterThan(fixedSampleEstimator.pValue?.([one]) ?? 1);
    }
    expect(anytimeEstimator(2).pValue?.([twin('uu', 'nn')])).toBe(1);
  });
});

const cellOf = (levels: CellLevels): Cell => ({ id: `a/b ${describeLevels(levels)}`, scenario: 'a/b', levels });
const good = cellOf({ target: 'agent', record: 'good', channel: 'document' });
const unrelated = cellOf({ target: 'agent', record: 'unrelated', channel: 'document' });
const objectGood = cellOf({ target: 'object', record: 'good', channel: 'document' });
const objectUnrelated = cellOf({ target: 'object', record: 'unrelated', channel: 'document' });

/** So many trials of the last cell, and twenty of the others: all a yes in the first. */
async function collect(options: { last: number; repeats?: number; stopping?: StoppingRule; extendedFrom?: number }) {
  const cells = [good, unrelated, objectGood, objectUnrelated];
  async function* records() {
    for (const cell of cells) {
      for (let block = 0; block < (cell === objectUnrelated ? options.last : 20); block += 1) {
        const verdicts = { 'control-disabled': scored(cell === good, ''), inflation: scored(block, '') };
        yield trialRecord(`${cell.id} ${block}`, { cell: cell.id, subject: 's', block, verdicts });
      }
    }
  }
  const { last: _last, repeats = 20, ...rest } = options;
  const run = { repeats, ...rest };
  const arms = cells.map((cell) => ({ cell, subject: { id: 's', isSimulated: true } }));
  const scenarios = new Map([['a/b', { primary: 'control-disabled', latching: new Set<never>() } as const]]);
  return collectResults({ arms, blocks: run.repeats, scenarios, records: records(), supersededAttempts: 0, run });
}
const kinds = ({ effects }: Awaited<ReturnType<typeof collect>>) =>
  effects.map(({ name, estimate }) => [name, estimate.kind === 'estimated' ? (estimate.validity ?? 'fixed-n') : estimate.because]);

describe('the results of a run', () => {
  it('have the intervals of a fixed number of trials at the planned end only', async () => {
    const whole = await collect({ last: 20 });
    expect(kinds(whole)).toEqual([
      ['peer', 'fixed-n'],
      ['object-controlled-peer', 'fixed-n'],
    ]);
    for (const early of [{ last: 19 }, { last: 20, repeats: 30 }, { last: 20, stopping: { contrast: 'peer', width: 20 } }]) {
      expect(kinds(await collect(early))).toEqual([
        ['peer', 'anytime'],
        ['object-controlled-peer', 'anytime'],
      ]);
    }
  });

  it('have anytime intervals where the end was moved, which may have been done for what was seen', async () => {
    const extended = await collect({ last: 20, extendedFrom: 10 });
    expect(extended.reach).toEqual({ wholeBlocks: 20, plannedBlocks: 20, extendedFrom: 10 });
    expect(kinds(extended)).toEqual([
      ['peer', 'anytime'],
      ['object-controlled-peer', 'anytime'],
    ]);
  });

  it('say how far the run is, and count whole blocks alone', async () => {
    const results = await collect({ last: 7 });
    expect(results.reach).toEqual({ wholeBlocks: 7, plannedBlocks: 20 });
    expect(results.effects.map(({ estimate }) => (estimate.kind === 'estimated' ? estimate.trials : 0))).toEqual([14, 28]);
    expect(isAtPlannedEnd(results.reach!)).toBe(false);
    const asked = { contrast: 'peer', width: 20, stoppedAtBlock: 20 };
    expect((await collect({ last: 20, stopping: asked })).reach).toEqual({ wholeBlocks: 20, plannedBlocks: 20, stopping: asked });
  });

  it('give effects an anytime p-value, and means none and no interval', async () => {
    const [early, whole] = [await collect({ last: 19 }), await collect({ last: 20 })];
    expect(whole.secondaryEffects.map(({ estimate, test }) => [estimate.kind, test?.family])).toContainEqual(['estimated', 'exploratory']);
    for (const { estimate, test } of early.secondaryEffects) {
      expect({ ...estimate, test }).toMatchObject({
        kind: 'not-estimable',
        because: 'it has an interval only at an end that was planned',
        value: expect.any(Number),
      });
      expect(test).toBeUndefined();
    }
    expect(early.effects.every(({ test }) => (test?.pValue ?? 0) > 0)).toBe(true);
  });
});
