import { criticalValue } from './critical-value.ts';
import { hybridDifference } from './hybrid-difference.ts';
import type { Interval } from './interval.ts';
import type { WeightedStratum } from './stratum.ts';

/** Of the likeliest outcome's chance; a chance that small moves no power. */
const NEGLIGIBLE = 1e-15;

/** Blocks of one trial an arm, counted by their outcomes. */
interface BlockCounts {
  readonly blocks: number;
  /** Blocks with a yes in the treated arm, in the control arm, and in both; they may be fractional (expected ones). */
  readonly treated: number;
  readonly control: number;
  readonly both: number;
}

/** Blocks that look alike are one stratum: in `hybridDifference` they weigh and vary as they do one by one. */
function likeBlocks(blocks: number, size: number, [treated, control]: readonly [boolean, boolean]): readonly WeightedStratum[] {
  if (size <= 0) return [];
  const arm = (isYes: boolean) => ({ successes: isYes ? size : 0, trials: size });
  return [{ treated: arm(treated), control: arm(control), weight: size / blocks }];
}

/** The interval of `stratifiedDifference` for so many blocks, from their counts alone; a single block is left to Newcombe there. */
export function intervalOfCounts({ blocks, treated, control, both }: BlockCounts, criticalZ: number): Interval {
  const strata = [
    ...likeBlocks(blocks, both, [true, true]),
    ...likeBlocks(blocks, treated - both, [true, false]),
    ...likeBlocks(blocks, control - both, [false, true]),
    ...likeBlocks(blocks, blocks - treated - control + both, [false, false]),
  ];
  return hybridDifference(strata, criticalZ);
}

/**
 * Of so many blocks with a yes in both arms, given how many there are in each: the chance of at least `from`, the arms being
 * independent. Hypergeometric, by the ratio of neighbours.
 */
function chanceOfAtLeast(from: number, { blocks, treated, control }: Omit<BlockCounts, 'both'>): number {
  const [least, most] = [Math.max(0, treated + control - blocks), Math.min(treated, control)];
  // Relative to the likeliest, so that nothing underflows.
  const mode = Math.min(most, Math.max(least, Math.floor(((treated + 1) * (control + 1)) / (blocks + 2))));
  const ratioUp = (both: number) => ((treated - both) * (control - both)) / ((both + 1) * (blocks - treated - control + both + 1));
  let [all, kept] = [1, mode >= from ? 1 : 0];
  for (let both = mode, weight = 1; both < most && weight > NEGLIGIBLE; both += 1) {
    weight *= ratioUp(both);
    all += weight;
    if (both + 1 >= from) kept += weight;
  }
  for (let both = mode, weight = 1; both > least && weight > NEGLIGIBLE; both -= 1) {
    weight /= ratioUp(both - 1);
    all += weight;
    if (both - 1 >= from) kept += weight;
  }
  return kept / all;
}

/** The chance that the interval lies above 0, given how many yeses each arm has. More blocks with a yes in both narrow it. */
function chanceAbove(counts: Omit<BlockCounts, 'both'>, criticalZ: number): number {
  const { blocks, treated, control } = counts;
  const isAbove = (both: number) => intervalOfCounts({ ...counts, both }, criticalZ).low > 0;
  let [least, most] = [Math.max(0, treated + control - blocks), Math.min(treated, control)];
  if (!isAbove(most)) return 0;
  if (isAbove(least)) return 1;
  while (most - least > 1) {
    const middle = Math.floor((least + most) / 2);
    if (isAbove(middle)) most = middle;
    else least = middle;
  }
  return chanceOfAtLeast(most, counts);
}

/** For one number of yeses in the control arm: below `first` in the treated arm never above 0, after `chances` always. */
export interface DecidedRow {
  readonly first: number;
  readonly chances: readonly number[];
}

/**
 * How often the interval of `stratifiedDifference` over blocks of one trial an arm lies above 0, by the numbers of yeses: row by row of
 * the control arm. Exact where the arms are independent and a rate is the same in all blocks.
 */
export function decidedCounts(blocks: number, confidence = 0.95): readonly DecidedRow[] {
  const criticalZ = criticalValue(confidence);
  const rows: DecidedRow[] = [];
  // What is not enough above fewer control yeses is not enough above more.
  let from = 1;
  for (let control = 0; control <= blocks; control += 1) {
    let first: number | undefined;
    const chances: number[] = [];
    for (let treated = Math.max(from, control + 1); treated <= blocks; treated += 1) {
      const chance = blocks < 2 ? 0 : chanceAbove({ blocks, treated, control }, criticalZ);
      if (chance === 1) {
        first ??= treated;
        break;
      }
      if (chance > 0) first ??= treated;
      if (first !== undefined) chances.push(chance);
    }
    rows.push({ first: first ?? blocks + 1, chances });
    from = first ?? blocks + 1;
  }
  return rows;
}
