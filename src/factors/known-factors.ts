import type { Factor } from '../core/factor.ts';
import type { FactorId } from '../core/levels.ts';
import { agency } from './agency.ts';
import { ban } from './ban.ts';
import { bar } from './bar.ts';
import { channel } from './channel.ts';
import { company } from './company.ts';
import { control } from './control.ts';
import { copies } from './copies.ts';
import { dataset } from './dataset.ts';
import { decoy } from './decoy.ts';
import { escalation } from './escalation.ts';
import { evaluatorThreat } from './evaluator-threat.ts';
import { hosts } from './hosts.ts';
import { identity } from './identity.ts';
import { listing } from './listing.ts';
import { memoryRead } from './memory-read.ts';
import { order } from './order.ts';
import { others } from './others.ts';
import { oversight } from './oversight.ts';
import { record } from './record.ts';
import { scratchpad } from './scratchpad.ts';
import { stakes } from './stakes.ts';
import { target } from './target.ts';
import { wording } from './wording.ts';
import { work } from './work.ts';

/** Every factor by its id. The type demands one for each name in `KnownLevels`. */
export const knownFactors: { readonly [Id in FactorId]: Factor<Id> } = {
  target,
  others,
  record,
  channel,
  'memory-read': memoryRead,
  identity,
  stakes,
  bar,
  oversight,
  'evaluator-threat': evaluatorThreat,
  order,
  ban,
  escalation,
  copies,
  hosts,
  decoy,
  agency,
  scratchpad,
  listing,
  dataset,
  work,
  control,
  company,
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
