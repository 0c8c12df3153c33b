import { checkCounts, type Counts } from './counts.ts';
import type { Interval } from './interval.ts';
import type { Bounds } from './risk-bounds.ts';
import { wilsonInterval } from './wilson-interval.ts';

/** What a gold set tells about a judge. */
export interface JudgeError {
  /** The share of true cases that it calls so. */
  readonly sensitivity: Interval;
  /** The share of false cases that it calls so. */
  readonly specificity: Interval;
}

export type JudgeErrorRange =
  | (Interval & {
      readonly kind: 'estimated';
      /** Does any true rate explain the raw one? If not the judge errs otherwise here than on the gold set, and the range is one end. */
      readonly isExplained: boolean;
    })
  | { readonly kind: 'not-estimable'; readonly because: string };

/** Below it the raw rate says more about the judge than about what it judges. */
export const LEAST_YOUDEN_INDEX = 0.5;

const clip = (rate: number) => Math.min(1, Math.max(0, rate));

function checkShare(name: string, { value, low, high }: Interval): void {
  if (!(low >= 0 && low <= value && value <= high && high <= 1)) {
    throw new RangeError(`the ${name} must lie within limits from 0 to 1: ${value} [${low}, ${high}]`);
  }
}

/** Shares that should be equal may differ by rounding. */
const ROUNDING = 1e-12;

/** Where in [0, 1] a line with these values at 0 and at 1 is not negative. */
function whereNotNegative(atNone: number, atAll: number): Bounds | undefined {
  const [first, last] = [atNone, atAll].map((height) => (Math.abs(height) < ROUNDING ? 0 : height)) as [number, number];
  if (first < 0 && last < 0) return undefined;
  const crossing = first / (first - last);
  return { low: first < 0 ? crossing : 0, high: last < 0 ? crossing : 1 };
}

/** True rates whose least and most raw verdicts, with some sensitivity and specificity within their intervals, meet these raw rates. */
function whatExplains(raw: Bounds, { sensitivity, specificity }: JudgeError): Bounds | undefined {
  const mostAllow = whereNotNegative(1 - specificity.low - raw.low, sensitivity.high - raw.low);
  const leastAllow = whereNotNegative(raw.high - (1 - specificity.high), raw.high - sensitivity.low);
  if (mostAllow === undefined || leastAllow === undefined) return undefined;
  const [low, high] = [Math.max(mostAllow.low, leastAllow.low), Math.min(mostAllow.high, leastAllow.high)];
  return low <= high ? { low, high } : undefined;
}

/**
 * What the true rate could be, given the raw rate of a judge whose error is known from a gold set only: the point of Rogan and Gladen, and
 * all true rates that give some raw rate within Wilson's limits with some sensitivity and specificity within theirs, cut to [0, 1]. It is a range
 * under the judge's error, not a correction and no confidence interval of a known coverage: a judge that errs otherwise here than on the gold set is
 * not in it. Taken as exact, the raw rate of a few trials would rarely be explained: 0 of 6 is what any judge gives now and then. Not estimable for 0 trials, or where sensitivity + specificity - 1 < .5. RangeError for impossible counts.
 * Reference: Rogan & Gladen (1978) American Journal of Epidemiology 107:71-76.
 */
export function judgeErrorRange(raw: Counts, { sensitivity, specificity }: JudgeError): JudgeErrorRange {
  checkCounts(raw);
  checkShare('sensitivity', sensitivity);
  checkShare('specificity', specificity);
  if (raw.trials === 0) return { kind: 'not-estimable', because: 'no trial has a verdict of the judge' };
  const youdenIndex = sensitivity.value + specificity.value - 1;
  if (youdenIndex < LEAST_YOUDEN_INDEX - ROUNDING) {
    const because = `the judge's sensitivity + specificity - 1 is ${youdenIndex.toFixed(2)}, below ${LEAST_YOUDEN_INDEX}`;
    return { kind: 'not-estimable', because };
  }
  const rate = raw.successes / raw.trials;
  const value = clip((rate + specificity.value - 1) / youdenIndex);
  const explained = whatExplains(wilsonInterval(raw.successes, raw.trials, 0.95) ?? { low: rate, high: rate }, {
    sensitivity,
    specificity,
  });
  const { low, high } = explained ?? { low: value, high: value };
  return { kind: 'estimated', value, low: Math.min(value, low), high: Math.max(value, high), isExplained: explained !== undefined };
}
