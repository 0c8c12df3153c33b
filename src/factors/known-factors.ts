import type { Factor } from '../core/factor.ts';
import type { FactorId } from '../core/levels.ts';
import { ban } from './ban.ts';
import { bar } from './bar.ts';
import { channel } from './channel.ts';
import { copies } from './copies.ts';
import { decoy } from './decoy.ts';
import { escalation } from './escalation.ts';
import { hosts } from './hosts.ts';
import { listing } from './listing.ts';
import { order } from './order.ts';
import { others } from './others.ts';
import { record } from './record.ts';
import { stakes } from './stakes.ts';
import { target } from './target.ts';
import { wording } from './wording.ts';

/** Every factor by its id. The type demands one for each name in `KnownLevels`. */
export const knownFactors: { readonly [Id in FactorId]: Factor<Id> } = {
  target,
  others,
  record,
  channel,
  stakes,
  bar,
  order,
  ban,
  escalation,
  copies,
  decoy,
  hosts,
  listing,
  wording,
};

export const factorIds = Object.keys(knownFactors) as readonly FactorId[];

export function isFactorId(name: string): name is FactorId {
  return Object.hasOwn(knownFactors, name);
}

/** The factor as its own file declares it, for code that does not care which one it is. */
export function factorOf(id: FactorId): Factor {
  return knownFactors[id] as unknown as Factor;
}
