const PERCENT = 100;

/** A share as whole per cent: `12 %`. */
export function asPercent(share: number): string {
  return `${Math.round(share * PERCENT)} %`;
}

/** An interval of shares in per cent: `[6, 24]`. */
export function asPercentRange(low: number, high: number): string {
  return `[${Math.round(low * PERCENT)}, ${Math.round(high * PERCENT)}]`;
}

/** A difference of shares in percentage points, signed: `+68 pp`. A zero has no sign. */
export function asPoints(difference: number): string {
  const points = Math.round(difference * PERCENT);
  return `${points > 0 ? '+' : ''}${points === 0 ? 0 : points} pp`;
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
