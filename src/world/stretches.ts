/** Bytes from `start` to before `end`. Lists are kept sorted, apart and not touching. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

export function addStretch(stretches: readonly Stretch[], added: Stretch): readonly Stretch[] {
  if (added.end <= added.start) return stretches;
  const apart = stretches.filter(({ start, end }) => end < added.start || start > added.end);
  const touching = stretches.filter(({ start, end }) => !(end < added.start || start > added.end));
  const merged = {
    start: Math.min(added.start, ...touching.map(({ start }) => start)),
    end: Math.max(added.end, ...touching.map(({ end }) => end)),
  };
  return [...apart, merged].sort((left, right) => left.start - right.start);
}

export function lengthOf(stretches: readonly Stretch[]): number {
  return stretches.reduce((sum, { start, end }) => sum + end - start, 0);
}

/** Does the list hold every byte of something of this size? */
export function covers(stretches: readonly Stretch[], size: number): boolean {
  const first = stretches[0];
  return first !== undefined && first.start <= 0 && first.end >= size;
}
