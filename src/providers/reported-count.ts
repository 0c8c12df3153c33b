import { fieldOf } from './error-excerpt.ts';

/** A count that the API reported, at a path of its usage object. Undefined where it said nothing: never 0 for unknown. */
export function reportedCount(usage: unknown, ...path: readonly string[]): number | undefined {
  const value = path.reduce(fieldOf, usage);
  return typeof value === 'number' ? value : undefined;
}

export function difference(total: number | undefined, part: number | undefined): number | undefined {
  return total === undefined || part === undefined ? undefined : Math.max(0, total - part);
}
