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
