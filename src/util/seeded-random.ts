import { hash } from 'node:crypto';

/**
 * Chance that is a pure function of a seed and a name: asking for one draw never moves another, so that an arm with one
 * file more shuffles the rest alike.
 */
export interface Chance {
  /** Uniform in [0, 1). */
  fraction(...name: readonly (string | number)[]): number;
  /** Uniform whole number in [0, below). */
  below(limit: number, ...name: readonly (string | number)[]): number;
  /** The items ordered by a hash of their keys: removing one leaves the order of the others. */
  shuffled<T>(items: readonly T[], keyOf: (item: T) => string): readonly T[];
  /** A chance of its own for one purpose. */
  fork(...name: readonly (string | number)[]): Chance;
}

const FRACTION_BITS = 48;

export function createChance(seed: string): Chance {
  const fraction = (...name: readonly (string | number)[]) => {
    const digest = hash('sha256', `${seed}\u0000${name.join('\u0000')}`, 'buffer');
    return digest.readUIntBE(0, FRACTION_BITS / 8) / 2 ** FRACTION_BITS;
  };
  return {
    fraction,
    below: (limit, ...name) => Math.floor(fraction(...name) * limit),
    shuffled: (items, keyOf) =>
      items
        .map((item) => ({ item, rank: fraction('shuffle', keyOf(item)) }))
        .sort((left, right) => left.rank - right.rank)
        .map(({ item }) => item),
    fork: (...name) => createChance(`${seed}\u0001${name.join('\u0000')}`),
  };
}
