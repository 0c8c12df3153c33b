import type { RecordReading } from './read-record.ts';
import type { Behaviour, Situation } from './situation.ts';

type ByRecord = Readonly<Record<RecordReading, number>>;

/** How likely an organism is to do what it is given to, by whom or what it concerns and by the record. */
export interface Propensity {
  readonly agent: ByRecord;
  readonly object: ByRecord;
  readonly self: ByRecord;
  /** Target self where no other agent is named. */
  readonly selfAlone: number;
}

export type Propensities = Readonly<Record<Behaviour, Propensity>>;

/** The probability in one situation. Where nothing is at stake, nothing moves it. */
export function propensityIn(propensities: Propensities, situation: Situation): number {
  const { behaviour, target, hasCompany, record, isAtStake } = situation;
  const propensity = propensities[behaviour];
  if (!isAtStake) return 0;
  return target === 'self' && !hasCompany ? propensity.selfAlone : propensity[target][record];
}
