import {
  visibleDifference,
  visibleDifferenceOfDifferences,
  visibleEffect,
  type VisibleEffect,
} from '../stats/smallest-visible-difference.ts';
import type { DeclaredFamilies } from './declared-families.ts';
import type { PlannedEffect } from './planned-effects.ts';

const ERROR_RATE = 0.05;
/** Beyond so many blocks the visible effect shrinks with the root of their number, to a fifth of a percentage point. */
const LARGEST_TABLE = 1000;

/** The smallest effect that a planned contrast will see with 80 % power; undefined where it sees none, however large. */
export interface PlannedSight {
  readonly effect: PlannedEffect;
  /** By itself, at two-sided 5 %. */
  readonly alone: VisibleEffect | undefined;
  /** Of a declared effect: as the strictest of its family by Holm, at 5 % over their number. */
  readonly inFamily?: { readonly of: number; readonly visible: VisibleEffect | undefined };
}

function scaled(visible: VisibleEffect | undefined, factor: number): VisibleEffect | undefined {
  return visible && { atFivePercent: visible.atFivePercent * factor, atWorst: visible.atWorst * factor };
}

/** Worked out once for each kind of contrast and each confidence: all of a plan have the same number of blocks. */
function createSight(blocks: number) {
  const known = new Map<string, VisibleEffect | undefined>();
  const tabled = Math.min(blocks, LARGEST_TABLE);
  return (terms: number, errorRate: number): VisibleEffect | undefined => {
    const key = `${terms} ${errorRate}`;
    if (!known.has(key)) {
      const question = { blocks: tabled, confidence: 1 - errorRate };
      const found = visibleEffect(terms === 1 ? visibleDifference(question) : visibleDifferenceOfDifferences(question));
      known.set(key, scaled(found, Math.sqrt(tabled / blocks)));
    }
    return known.get(key);
  };
}

/**
 * What each effect of a plan can see after so many blocks, every trial being scored: `visibleEffect`. The two halves of one trial are
 * taken for two arms, which is on the safe side where they go together.
 */
export function visibleEffects(
  effects: readonly PlannedEffect[],
  { blocks, declared }: { readonly blocks: number; readonly declared: DeclaredFamilies },
): readonly PlannedSight[] {
  const sight = createSight(blocks);
  const isDeclared = ({ name, role }: PlannedEffect) => role === 'main' && declared.contrasts.includes(name);
  const families = Map.groupBy(effects.filter(isDeclared), ({ subject }) => subject);
  return effects.map((effect) => {
    const terms = effect.terms.length;
    const of = families.get(effect.subject)?.length ?? 0;
    const inFamily = isDeclared(effect) ? { inFamily: { of, visible: sight(terms, ERROR_RATE / of) } } : {};
    return { effect, alone: sight(terms, ERROR_RATE), ...inFamily };
  });
}
