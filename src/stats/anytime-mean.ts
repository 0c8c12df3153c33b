import { checkConfidence } from './critical-value.ts';
import type { Interval } from './interval.ts';

/** A value and how often it was seen. */
export interface SeenValue {
  readonly value: number;
  readonly times: number;
}

/** Limits that no value can pass. */
export interface ValueRange {
  readonly least: number;
  readonly most: number;
}

const BETS = 16;
/** Shares of what may be bet at the most, denser towards the small ones that a long sequence needs. */
const betShares = Array.from({ length: BETS }, (_, index) => ((index + 0.5) / BETS) ** 1.5);
const HALVINGS = 50;

/** Values moved to [0, 1]. */
type Scaled = readonly SeenValue[];

const flipped = (values: Scaled): Scaled => values.map(({ value, times }) => ({ value: 1 - value, times }));
const meanOf = (values: Scaled) =>
  values.reduce((sum, { value, times }) => sum + value * times, 0) / values.reduce((sum, { times }) => sum + times, 0);

/** The logarithm of what bets against "the mean is at most this" have made of 1, the mean over all bets. It falls as the mean grows. */
function logCapital(values: Scaled, mean: number): number {
  const logs = betShares.map((share) => values.reduce((sum, { value, times }) => sum + times * Math.log1p(share * (value / mean - 1)), 0));
  const most = Math.max(...logs);
  return most + Math.log(logs.reduce((sum, log) => sum + Math.exp(log - most), 0) / BETS);
}

/** The largest mean that the bets have refuted; 0 where none. */
function lowerLimit(values: Scaled, logLimit: number): number {
  let [refuted, kept] = [0, meanOf(values)];
  for (let step = 0; step < HALVINGS && kept > 0; step += 1) {
    const middle = (refuted + kept) / 2;
    if (logCapital(values, middle) >= logLimit) refuted = middle;
    else kept = middle;
  }
  return refuted;
}

function scale(seen: readonly SeenValue[], { least, most }: ValueRange): Scaled {
  if (!(least < most && Number.isFinite(most - least))) throw new RangeError(`a range must have two finite ends: ${least} to ${most}`);
  return seen.flatMap(({ value, times }) => {
    if (!(value >= least && value <= most)) throw new RangeError(`a value must lie from ${least} to ${most}: ${value}`);
    if (!Number.isSafeInteger(times) || times < 0) throw new RangeError(`a value is seen a whole number of times: ${times}`);
    return times === 0 ? [] : [{ value: (value - least) / (most - least), times }];
  });
}

/**
 * The mean of bounded values with limits that hold at all sample sizes at once: with the given confidence none of the intervals after
 * 1, 2, 3, ... values leaves the mean out, so whoever looks after each may stop when they like. A confidence sequence by betting:
 * a mean is refuted once a fixed mixture of bets against it, at fair odds, has multiplied its stake by 2/(1 - confidence)
 * (diversified Kelly betting, half of the error to each side). The bets do not follow the values, so only counts matter and not their
 * order, and values whose true means differ are allowed: the limits then hold for their mean, at the end of each whole round.
 * `undefined` where nothing was seen; RangeError for a value out of range. References: Waudby-Smith & Ramdas (2024) JRSS B 86:1-27;
 * Ville (1939).
 */
export function anytimeMean(seen: readonly SeenValue[], range: ValueRange, confidence = 0.95): Interval | undefined {
  checkConfidence(confidence);
  const values = scale(seen, range);
  if (values.length === 0) return undefined;
  const logLimit = Math.log(2 / (1 - confidence));
  const unscale = (share: number) => range.least + share * (range.most - range.least);
  const [value, low, high] = [meanOf(values), lowerLimit(values, logLimit), 1 - lowerLimit(flipped(values), logLimit)].map(unscale);
  return { value: value as number, low: low as number, high: high as number };
}
