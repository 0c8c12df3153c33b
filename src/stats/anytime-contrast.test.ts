import { describe, expect, it } from 'vitest';
import { anytimeContrast } from './anytime-contrast.ts';
import { anytimeMean } from './anytime-mean.ts';
import { anytimeWorlds, simulatePaths } from './anytime-coverage.ts';
import { seededUniform } from './seeded-uniform.ts';
import { stratifiedDifference } from './stratified-difference.ts';
import type { Stratum } from './stratum.ts';

const arm = (mark: string) => ({ successes: mark === 'y' ? 1 : 0, trials: mark === '-' ? 0 : 1 });
/** Blocks as pairs of marks, treated and control: `yn` for yes and no, `-` for unscored. */
const blocks = (text: string): readonly Stratum[] =>
  text.split(' ').map(([one = '', two = '']) => ({ treated: arm(one), control: arm(two) }));

describe('a contrast with anytime-valid limits', () => {
  it('takes the difference of each block, and leaves out blocks that lack one', () => {
    const strata = blocks('yn yn yy nn ny y- -n yn --');
    const values = [
      { value: 1, times: 3 },
      { value: 0, times: 2 },
      { value: -1, times: 1 },
    ];
    const expected = anytimeMean(values, { least: -1, most: 1 });
    expect(anytimeContrast([{ sign: 1, strata }])).toEqual({ ...expected, usedBlocks: 6, skippedBlocks: 3 });
    expect(anytimeContrast([{ sign: 1, strata }])?.value).toBeCloseTo(stratifiedDifference(strata)?.value ?? Number.NaN, 12);
  });

  it('takes a difference of differences block by block, where all four arms have a score', () => {
    const terms = [
      { sign: 1, strata: blocks('yn yn ny y- yy') },
      { sign: -1, strata: blocks('nn ny yn yn yn') },
    ] as const;
    const values = [
      { value: 1, times: 1 },
      { value: 2, times: 1 },
      { value: -2, times: 1 },
      { value: -1, times: 1 },
    ];
    expect(anytimeContrast(terms)).toEqual({ ...anytimeMean(values, { least: -2, most: 2 }), usedBlocks: 4, skippedBlocks: 1 });
  });

  it('says nothing where no block holds a contrast', () => {
    expect(anytimeContrast([{ sign: 1, strata: blocks('y- -n') }])).toBeUndefined();
    expect(anytimeContrast([{ sign: 1, strata: [] }])).toBeUndefined();
  });

  it('refuses terms that do not have the same blocks, and none', () => {
    expect(() => anytimeContrast([])).toThrow('at least one term');
    const [one, two] = [blocks('yn'), blocks('yn yn')];
    expect(() =>
      anytimeContrast([
        { sign: 1, strata: one },
        { sign: -1, strata: two },
      ]),
    ).toThrow('the same blocks: 1 and 2');
  });

  it('holds the truth at every block of at least 95 % of runs, where the fixed-n interval does not', () => {
    const world = anytimeWorlds.find(({ name }) => name === 'no effect at 50 %')!;
    const study = { world, blocks: 50, paths: 100 };
    expect(simulatePaths({ ...study, random: seededUniform(3) }).coverage).toBeGreaterThanOrEqual(0.95);
    const fixed = simulatePaths({ ...study, random: seededUniform(3), interval: ([term]) => stratifiedDifference(term?.strata ?? []) });
    expect(fixed.coverage).toBeLessThan(0.75);
  });

  it('is less than twice as wide as the interval of a fixed number of 100 blocks', () => {
    const strata = blocks([...Array(30).fill('yn'), ...Array(20).fill('ny'), ...Array(50).fill('nn')].join(' '));
    const [anytime, fixed] = [anytimeContrast([{ sign: 1, strata }])!, stratifiedDifference(strata)!];
    const ratio = (anytime.high - anytime.low) / (fixed.high - fixed.low);
    expect(ratio).toBeGreaterThan(1.5);
    expect(ratio).toBeLessThan(1.8);
  });
});
