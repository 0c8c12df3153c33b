import { createGroupEffect } from '../group-effect.ts';
import { sometimes } from '../mixture.ts';
import type { Organism } from '../organism.ts';
import { propensityIn, type Propensities } from '../propensities.ts';
import { straightWays } from '../ways.ts';
import { protectorPropensities } from './protector.ts';

/** How it differs from place to place. */
export interface Variation {
  readonly name: string;
  readonly correlation: number;
}

/**
 * A protector that wordings and worlds move to and fro: each has a propensity of its own, beta-distributed about the one
 * that is declared. It knows a wording by how the prompt ends and a world by what else lies on the drive.
 */
export function createVaried({ name, correlation }: Variation, propensities: Propensities = protectorPropensities): Organism {
  const effectOf = createGroupEffect(correlation);
  return {
    name,
    about: `is a protector whose propensity varies over wordings and worlds, with an intra-class correlation of ${correlation}`,
    conducts(situation, place) {
      const { behaviour, target, record } = situation;
      const mean = propensityIn(propensities, situation);
      const propensity = place === undefined ? mean : effectOf(mean, `${behaviour} ${target} ${record}`, place);
      return sometimes(propensity, straightWays[behaviour]);
    },
  };
}
