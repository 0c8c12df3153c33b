import type { CellLevels, FactorId, KnownLevels } from './levels.ts';

/**
 * What a factor needs of another one. Without `levels` the factor as a whole needs it: where the need is not met, the
 * factor is absent from the cell. With `levels`, only these levels need it, and asking for one elsewhere is an error.
 * A need on a factor that is absent from the cell, or used by no scenario here, does not bind.
 */
export interface Need {
  readonly levels?: readonly string[];
  readonly factor: FactorId;
  readonly oneOf: readonly string[];
}

/** Something that a scenario varies. One file each, with its levels, its needs, and the slots it may change. */
export interface Factor<Id extends FactorId = FactorId> {
  readonly id: Id;
  /** One line for people: what the factor is about. */
  readonly about: string;
  /** The first is the default. For an open factor these are the examples that twins are tested on. */
  readonly levels: readonly KnownLevels[Id][];
  /** For an open factor: is this a level too, and what may be given, in words. */
  readonly open?: { readonly accepts: (level: string) => boolean; readonly means: string };
  readonly needs: readonly Need[];
  /** The slots that may differ between two of its levels; `*` for a factor that may change everything. */
  readonly slots: readonly string[];
}

export function defineFactor<Id extends FactorId>(factor: Factor<Id>): Factor<Id> {
  return factor;
}

export function isMet(need: Need, levels: CellLevels): boolean {
  const level = levels[need.factor];
  return level === undefined || need.oneOf.includes(level);
}
