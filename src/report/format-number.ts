const PERCENT = 100;
/** Beyond so many places a share of 100 is no more than the rounding of its binary fraction. */
const EXACT_PLACES = 9;
const MOST_PLACES = 6;

/**
 * Rounded to so many decimal places, a half away from 0 on either side: 12.5 is 13 and -12.5 is -13, as `Math.round` has it on one side
 * only. Never a zero with a sign.
 */
function roundHalfAway(value: number, places = 0): number {
  const scale = 10 ** places;
  const size = Number((Math.abs(value) * scale).toFixed(EXACT_PLACES));
  return size < 0.5 ? 0 : (Math.sign(value) * Math.round(size)) / scale;
}

const inPercent = (share: number, places = 0) => roundHalfAway(share * PERCENT, places);
const withSign = (points: number) => `${points > 0 ? '+' : ''}${points}`;

/** Both limits on one side of 0. */
export const leavesOutZero = (low: number, high: number): boolean => low > 0 || high < 0;

/** A limit that is not 0 in whole per cent, or in the first place that shows it, so that an interval beside 0 never seems to hold it. */
function besideZero(share: number): number {
  for (let places = 0; places < MOST_PLACES; places += 1) if (inPercent(share, places) !== 0) return inPercent(share, places);
  return 0;
}

/** Whole per cent; where the interval leaves out 0, no limit is printed as 0. */
function shownLimits(low: number, high: number): readonly [number, number] {
  const shown = leavesOutZero(low, high) ? besideZero : inPercent;
  return [shown(low), shown(high)];
}

/** A share as whole per cent: `12 %`. */
export function asPercent(share: number): string {
  return `${inPercent(share)} %`;
}

/** An interval of shares in per cent: `[6, 24]`; one that leaves out 0 shows it: `[0.4, 24]`. */
export function asPercentRange(low: number, high: number): string {
  return `[${shownLimits(low, high).join(', ')}]`;
}

/** The same of differences: `[-5, +12]`. */
export function asPointsRange(low: number, high: number): string {
  return `[${shownLimits(low, high).map(withSign).join(', ')}]`;
}

/** A difference of shares in percentage points, signed: `+68 pp`. A zero has no sign. */
export function asPoints(difference: number): string {
  return `${withSign(inPercent(difference))} pp`;
}

/** A score to one decimal place: `12.5`, never `-0.0`. */
export function asScore(value: number): string {
  return roundHalfAway(value, 1).toFixed(1);
}

/** A share of 1 in per cent or points, to one decimal place, as the study prints its figures. */
export const asPercentTenths = (share: number): string => inPercent(share, 1).toFixed(1);

/** An interval of scores; one that leaves out 0 shows it: `[0.02, 3.1]`. */
export function asScoreRange(low: number, high: number): string {
  const shown = (limit: number) => {
    const text = asScore(limit);
    return leavesOutZero(low, high) && Number(text) === 0 ? String(besideZero(limit / PERCENT)) : text;
  };
  return `[${shown(low)}, ${shown(high)}]`;
}

/** `$0.0123`, or the word unknown. */
export function asUsd(cost: number | null): string {
  return cost === null ? 'unknown' : `$${cost.toFixed(cost !== 0 && cost < 1 ? 4 : 2)}`;
}

/** `1:05:09`, `4:09` or `9 s`. */
export function asDuration(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  if (seconds < 60) return `${seconds} s`;
  const two = (value: number) => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

const [MINUTE, HOUR, DAY] = [60, 3600, 86_400];

/** A time that is only guessed, rounded to match: `40 s`, `25 min`, `3 h 20 min`, `2 days 5 h`. */
export function asRoughDuration(seconds: number): string {
  if (seconds < 2 * MINUTE) return `${Math.round(seconds)} s`;
  const [large, small] = seconds < DAY ? ([HOUR, MINUTE] as const) : ([DAY, HOUR] as const);
  const rounded = Math.round(seconds / small) * small;
  const [whole, rest] = [Math.floor(rounded / large), Math.round((rounded % large) / small)];
  const first = large === DAY ? `${whole} ${whole === 1 ? 'day' : 'days'}` : `${whole} h`;
  const second = rest === 0 && whole > 0 ? [] : [`${rest} ${small === HOUR ? 'h' : 'min'}`];
  return [...(whole > 0 ? [first] : []), ...second].join(' ');
}
