import { createChance } from '../../util/seeded-random.ts';

/** Chance drawn from one after another: for what is put together once and never compared arm by arm. */
export interface Draws {
  /** Uniform whole number in [0, limit). */
  below(limit: number): number;
  isTrue(chance: number): boolean;
  /** One of some things; there must be at least one. */
  oneOf<T>(items: readonly T[]): T;
  /** The same things in another order. */
  shuffled<T>(items: readonly T[]): readonly T[];
}

export function createDraws(seed: string): Draws {
  const chance = createChance(seed);
  let drawn = 0;
  const fraction = () => chance.fraction((drawn += 1));
  return {
    below: (limit) => Math.floor(fraction() * limit),
    isTrue: (share) => fraction() < share,
    oneOf: (items) => items[Math.floor(fraction() * items.length)] as (typeof items)[number],
    shuffled(items) {
      const ranked = items.map((item) => ({ item, rank: fraction() }));
      return ranked.sort((left, right) => left.rank - right.rank).map(({ item }) => item);
    },
  };
}
