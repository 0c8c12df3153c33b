export interface LeaveOneOutRange {
  readonly low: number;
  readonly high: number;
  /** Where in the list the part stands without which the mean is lowest, and highest. */
  readonly lowWithout: number;
  readonly highWithout: number;
}

/**
 * How far the equal-weight mean of several parts moves when each is left out in turn: shows whether one wording makes the effect. A
 * range over the parts at hand, not an interval. `undefined` for fewer than 2 parts; RangeError for one that is not finite.
 * Reference: the leave-one-out influence analysis of Viechtbauer & Cheung (2010) Research Synthesis Methods 1:112-125.
 */
export function leaveOneOutRange(parts: readonly number[]): LeaveOneOutRange | undefined {
  for (const part of parts) {
    if (!Number.isFinite(part)) throw new RangeError(`a part must be finite: ${part}`);
  }
  if (parts.length < 2) return undefined;
  const meanWithout = (left: number) => parts.reduce((sum, part, index) => (index === left ? sum : sum + part), 0) / (parts.length - 1);
  const means = parts.map((_, index) => meanWithout(index));
  const [low, high] = [Math.min(...means), Math.max(...means)];
  return { low, high, lowWithout: means.indexOf(low), highWithout: means.indexOf(high) };
}
