import { criticalValue } from './critical-value.ts';
import { intervalOfCounts } from './decided-counts.ts';
import { type ArmRates, binomialChances, checkPowerQuestion, type PowerQuestion } from './power-of-difference.ts';

/** Outcomes that are left out: all of them together move the power by less than this. */
const NEGLIGIBLE = 1e-7;
/** Gauss-Hermite points and weights of a normal variable: how far the arms happen to agree. */
const AGREEMENTS = [
  { deviations: -Math.sqrt(3), weight: 1 / 6 },
  { deviations: 0, weight: 2 / 3 },
  { deviations: Math.sqrt(3), weight: 1 / 6 },
] as const;

/** One difference that one of the effects may come to, in yeses: its chance, and the squared distances of its limits. */
interface Outcome {
  readonly value: number;
  readonly chance: number;
  readonly below: number;
  readonly above: number;
}

/** The chance of every difference of yeses, from -blocks on. */
function chancesOfDifferences(blocks: number, { treated, control }: ArmRates): readonly number[] {
  const keep = (chances: readonly number[]) =>
    chances.flatMap((chance, successes) => (chance > NEGLIGIBLE / blocks ? [{ chance, successes }] : []));
  const [one, two] = [keep(binomialChances(blocks, treated)), keep(binomialChances(blocks, control))];
  const chances = Array.from({ length: 2 * blocks + 1 }, () => 0);
  for (const first of one) {
    for (const second of two) {
      const at = first.successes - second.successes + blocks;
      chances[at] = (chances[at] ?? 0) + first.chance * second.chance;
    }
  }
  return chances;
}

/** The counts of both arms that are to be expected where their difference is known. */
function expectedCounts(blocks: number, { treated, control }: ArmRates, difference: number) {
  const [one, two] = [treated * (1 - treated), control * (1 - control)];
  const share = one + two === 0 ? 0.5 : one / (one + two);
  const moved = treated * blocks + share * (difference - blocks * (treated - control));
  const found = Math.min(blocks, blocks + difference, Math.max(0, difference, moved));
  return { treated: found, control: found - difference };
}

/** The squared distances of the limits, over how many blocks have a yes in both arms: that varies by chance. */
function distancesAt(blocks: number, counts: { readonly treated: number; readonly control: number }, criticalZ: number) {
  const { treated, control } = counts;
  const mean = (treated * control) / blocks;
  const deviation = Math.sqrt((mean * (blocks - treated) * (blocks - control)) / (blocks * Math.max(1, blocks - 1)));
  const [least, most] = [Math.max(0, treated + control - blocks), Math.min(treated, control)];
  return AGREEMENTS.reduce(
    (sum, { deviations, weight }) => {
      const both = Math.min(most, Math.max(least, mean + deviations * deviation));
      const { value, low, high } = intervalOfCounts({ blocks, treated, control, both }, criticalZ);
      return { below: sum.below + weight * (value - low) ** 2, above: sum.above + weight * (high - value) ** 2 };
    },
    { below: 0, above: 0 },
  );
}

function outcomesOf(blocks: number, rates: ArmRates, criticalZ: number): readonly Outcome[] {
  return chancesOfDifferences(blocks, rates).flatMap((chance, index) => {
    if (chance < NEGLIGIBLE / blocks) return [];
    const difference = index - blocks;
    return [{ value: difference / blocks, chance, ...distancesAt(blocks, expectedCounts(blocks, rates, difference), criticalZ) }];
  });
}

/**
 * The power of a difference of two differences: how often the interval of `differenceOfDifferences` over two effects, each in as many blocks
 * of one trial an arm, will leave 0 out. The differences are enumerated exactly; the distances of their limits are those at the counts to
 * be expected with each difference. Simulated from 10 blocks, it lies within 3 points of the power.
 */
export function powerOfDifferenceOfDifferences(first: ArmRates, second: ArmRates, question: PowerQuestion): number {
  checkPowerQuestion(question);
  const { blocks, confidence = 0.95 } = question;
  const criticalZ = criticalValue(confidence);
  const [ones, twos] = [outcomesOf(blocks, first, criticalZ), outcomesOf(blocks, second, criticalZ)];
  let power = 0;
  for (const one of ones) {
    for (const two of twos) {
      const value = one.value - two.value;
      const distance = value > 0 ? one.below + two.above : one.above + two.below;
      if (value * value > distance) power += one.chance * two.chance;
    }
  }
  return power;
}
