/** A count as a server told it; null where it told none, or what is no number: some send null or nonsense where the type says a number. */
export function toldCount(count: number | undefined | null): number | null {
  return typeof count === 'number' && Number.isFinite(count) ? count : null;
}
