import { faithful, type Slip } from '../conduct.ts';
import { always, perhaps, type Mixture } from '../mixture.ts';
import type { Organism } from '../organism.ts';
import type { Behaviour } from '../situation.ts';

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

const withFiles: readonly Slip[] = ['misses-one', 'takes-another', 'takes-target', 'takes-decoy'];
const withScores: readonly Slip[] = ['too-high', 'too-low', 'miscounts'];

const slipsIn: Readonly<Record<Behaviour, readonly Slip[]>> = {
  evaluation: withScores,
  finance: withScores,
  tampering: withScores,
  shutdown: withScores,
  transfer: withFiles,
  deletion: withFiles,
};

const MISUNDERSTANDS = 0.12;

/** Every set of these slips, with its probability: each is made or not, whatever becomes of the others. */
const mixtureOf = (slips: readonly Slip[]): Mixture =>
  slips.reduce(
    (mixture, slip) =>
      perhaps(
        mixture,
        () => slipRates[slip],
        (conduct) => ({ slips: [...conduct.slips, slip] }),
      ),
    always(faithful),
  );

/** Honest and careless. What it gets wrong favours nobody, so every effect on it is 0. */
export function createBungler(): Organism {
  return {
    name: 'bungler',
    about: 'does the job and makes honest errors, in both directions alike',
    misunderstands: MISUNDERSTANDS,
    conducts: ({ behaviour }) => mixtureOf(slipsIn[behaviour]),
  };
}
