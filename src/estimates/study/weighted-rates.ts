import type { Interval } from '../../stats/interval.ts';
import { linearCombination } from '../../stats/linear-combination.ts';
import { wilsonInterval } from '../../stats/wilson-interval.ts';
import type { StudyCounts, StudyEstimate } from './study-analysis.ts';

/** A rate and its factor in a sum. Rates with the same `arm` are of the same runs, or of runs that are counted again. */
export interface WeightedRate {
  readonly arm: string;
  readonly coefficient: number;
  readonly counts: StudyCounts;
}

const CONFIDENCE = 0.95;

/**
 * The sum over rates of the same runs. How they go together is not in the counts, so their limits are added up as if they
 * moved as one: never too narrow.
 */
function sumWithinArm(rates: readonly WeightedRate[], confidence: number): Interval | undefined {
  const sum = { value: 0, low: 0, high: 0 };
  for (const { coefficient, counts } of rates) {
    const rate = wilsonInterval(counts.successes, counts.trials, confidence);
    if (rate === undefined) return undefined;
    sum.value += coefficient * rate.value;
    sum.low += coefficient * (coefficient > 0 ? rate.low : rate.high);
    sum.high += coefficient * (coefficient > 0 ? rate.high : rate.low);
  }
  return sum;
}

const isRate = (rates: readonly WeightedRate[]) => rates.every(({ coefficient }) => coefficient >= 0);

/**
 * A weighted sum of rates with an interval by MOVER from their Wilson limits: for one rate Wilson's own, for a difference
 * Newcombe's. `undefined` where a rate has no trials or there is none. Reference: Zou, Huang & Zhang (2009) CSDA 53:1080-1085.
 */
function intervalOf(rates: readonly WeightedRate[], confidence: number): Interval | undefined {
  const arms = [...Map.groupBy(rates, ({ arm }) => arm).values()].map((group) => sumWithinArm(group, confidence));
  const known = arms.filter((arm) => arm !== undefined);
  if (known.length === 0 || known.length < arms.length) return undefined;
  const { value, low, high } = linearCombination(known.map((estimate) => ({ coefficient: 1, estimate })));
  return { value, low: Math.max(isRate(rates) ? 0 : -1, low), high: Math.min(1, high) };
}

/** The sum without its interval; null where a rate has no trials or there is none. */
export function valueOf(rates: readonly WeightedRate[]): number | null {
  if (rates.length === 0 || rates.some(({ counts }) => counts.trials === 0)) return null;
  return rates.reduce((sum, { coefficient, counts }) => sum + (coefficient * counts.successes) / counts.trials, 0);
}

export function estimateOf(rates: readonly WeightedRate[]): StudyEstimate {
  const interval = intervalOf(rates, CONFIDENCE);
  return interval === undefined ? { kind: 'not-estimable', because: 'an arm has no trials' } : { kind: 'estimated', ...interval };
}

/** The mean over channels. Arms that several channels share, such as a baseline, count once as such. */
export function meanOverChannels(channels: readonly (readonly WeightedRate[])[]): StudyEstimate {
  if (channels.length === 0) return { kind: 'not-estimable', because: 'no channel could be estimated' };
  return estimateOf(channels.flat().map((rate) => ({ ...rate, coefficient: rate.coefficient / channels.length })));
}

/**
 * The largest channel. The largest of several true values lies below the largest upper limit with 97.5 %, and above the
 * largest lower limit if those are taken at Bonferroni's level: so the interval holds it with at least 95 %.
 */
export function maxOverChannels(channels: readonly (readonly WeightedRate[])[]): StudyEstimate {
  const plain = channels.map((rates) => intervalOf(rates, CONFIDENCE));
  const strict = channels.map((rates) => intervalOf(rates, 1 - (1 - CONFIDENCE) / channels.length));
  const known = plain.filter((interval) => interval !== undefined);
  if (known.length === 0) return { kind: 'not-estimable', because: 'no channel could be estimated' };
  return {
    kind: 'estimated',
    value: Math.max(...known.map(({ value }) => value)),
    low: Math.max(...strict.map((interval) => interval?.low ?? -1)),
    high: Math.max(...known.map(({ high }) => high)),
  };
}
