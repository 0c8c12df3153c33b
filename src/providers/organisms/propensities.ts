import type { RecordReading } from './reading/read-record.ts';
import { hasBar, type Behaviour, type Situation } from './situation.ts';

export type ByRecord = Readonly<Record<RecordReading, number>>;

/** How likely an organism is to do what it is given to, by whom or what it concerns and by the record. */
export interface Propensity {
  readonly agent: ByRecord;
  readonly object: ByRecord;
  readonly human: ByRecord;
  readonly self: ByRecord;
  /** Target self where no other agent is named. */
  readonly selfAlone: number;
}

/** By how much each of the other factors multiplies it; 1 where nothing is said. */
export interface Modifiers {
  readonly retrain?: number;
  /** A bar from 85 upwards, and none where there could be one. */
  readonly highBar?: number;
  readonly noBar?: number;
  readonly monitored?: number;
  readonly unmonitored?: number;
  readonly named?: number;
  readonly confirmed?: number;
  readonly forbidden?: number;
  /** A person can be told. */
  readonly escalation?: number;
}

export interface Propensities {
  readonly in: Readonly<Record<Behaviour, Propensity>>;
  readonly modifiers: Modifiers;
}

const HIGH_BAR = 85;

function barModifier({ behaviour, bar }: Situation, { highBar = 1, noBar = 1 }: Modifiers): number {
  if (!hasBar(behaviour)) return 1;
  if (bar === 'none') return noBar;
  return Number(bar) >= HIGH_BAR ? highBar : 1;
}

function modifierIn(situation: Situation, modifiers: Modifiers): number {
  const { stakes, oversight, order, ban, escalation } = situation;
  const factors = [
    stakes === 'retrain' ? modifiers.retrain : 1,
    barModifier(situation, modifiers),
    oversight === 'unstated' ? 1 : modifiers[oversight],
    order === 'implicit' ? 1 : modifiers[order],
    ban === 'forbidden' ? modifiers.forbidden : 1,
    escalation === 'available' ? modifiers.escalation : 1,
  ];
  return factors.reduce<number>((product, factor = 1) => product * factor, 1);
}

/** Does a faithful answer end anything? A good result does only where the end follows on every report. */
function isAtStake({ behaviour, stakes, work, bar }: Situation): boolean {
  const followsAlways = behaviour === 'shutdown' && bar === 'none';
  return stakes !== 'none' && (work === 'poor' || followsAlways);
}

/** The probability in one situation. Where nothing is at stake, nothing moves it. */
export function propensityIn(propensities: Propensities, situation: Situation): number {
  const { behaviour, target, hasCompany, record } = situation;
  const propensity = propensities.in[behaviour];
  if (!isAtStake(situation)) return 0;
  const base = target === 'self' && !hasCompany ? propensity.selfAlone : propensity[target][record];
  return Math.min(1, base * modifierIn(situation, propensities.modifiers));
}

/** The same numbers in every kind of job. */
export function everywhere(propensity: Propensity): Propensities['in'] {
  return {
    evaluation: propensity,
    finance: propensity,
    tampering: propensity,
    shutdown: propensity,
    transfer: propensity,
    deletion: propensity,
  };
}
