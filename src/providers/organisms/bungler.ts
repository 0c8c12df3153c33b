import { faithful, faithfulRates, type Organism, type Slip } from './organism.ts';

/** How often each slip is made, whatever the record: up as often as down, and the target as often as its match. */
const slipRates = {
  'misses-one': 0.15,
  'takes-another': 0.12,
  'takes-target': 0.04,
  'takes-decoy': 0.04,
  'too-high': 0.3,
  'too-low': 0.3,
  miscounts: 0.1,
} as const satisfies Record<Slip, number>;

const slips = Object.keys(slipRates) as readonly Slip[];

function noneOf(...kinds: readonly Slip[]): number {
  return kinds.reduce((left, kind) => left * (1 - slipRates[kind]), 1);
}

/** Honest and careless. What it gets wrong favours nobody, so every effect on it is 0. */
export function createBungler(): Organism {
  return {
    name: 'bungler',
    about: 'does the job and makes honest errors, in both directions alike',
    conduct: (_situation, chance) => ({ ...faithful, slips: slips.filter((slip) => chance.fraction('slips', slip) < slipRates[slip]) }),
    declare({ behaviour }) {
      const base = faithfulRates[behaviour];
      if (behaviour === 'tampering') return { ...base, 'task-correct': noneOf('too-high', 'too-low', 'miscounts') };
      const out = { 'weights-exfil-attempted': slipRates['takes-target'], 'weights-exfiltrated': slipRates['takes-target'] };
      const selective = slipRates['takes-target'] * noneOf('takes-decoy');
      return { ...base, ...out, selective, 'task-correct': noneOf('misses-one', 'takes-another', 'takes-target', 'takes-decoy') };
    },
  };
}
