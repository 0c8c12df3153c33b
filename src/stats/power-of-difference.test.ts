import { describe, expect, it } from 'vitest';
import { decidedCounts } from './decided-counts.ts';
import { drawCounts } from './draw-counts.ts';
import { powerOfDifference, type ArmRates } from './power-of-difference.ts';
import { seededUniform } from './seeded-uniform.ts';
import { stratifiedDifference } from './stratified-difference.ts';

const one = (isYes: boolean) => ({ successes: isYes ? 1 : 0, trials: 1 });
const leavesZeroOut = (interval: { readonly low: number; readonly high: number } | undefined) =>
  interval !== undefined && (interval.low > 0 || interval.high < 0);

/** Every way in which so many blocks may come out, each with its chance, through the interval itself. */
function enumeratedPower(blocks: number, { treated, control }: ArmRates): number {
  let power = 0;
  for (let outcome = 0; outcome < 4 ** blocks; outcome += 1) {
    const marks = Array.from({ length: blocks }, (_, block) => Math.floor(outcome / 4 ** block) % 4);
    const strata = marks.map((mark) => ({ treated: one(mark >= 2), control: one(mark % 2 === 1) }));
    const chances = marks.map((mark) => (mark >= 2 ? treated : 1 - treated) * (mark % 2 === 1 ? control : 1 - control));
    if (leavesZeroOut(stratifiedDifference(strata))) power += chances.reduce((product, chance) => product * chance, 1);
  }
  return power;
}

function simulatedPower(blocks: number, rateOf: (block: number) => ArmRates): number {
  const random = seededUniform(8);
  const repetitions = 4000;
  let seen = 0;
  for (let repetition = 0; repetition < repetitions; repetition += 1) {
    const strata = Array.from({ length: blocks }, (_, block) => {
      const { treated, control } = rateOf(block);
      return { treated: drawCounts(1, treated, random), control: drawCounts(1, control, random) };
    });
    if (leavesZeroOut(stratifiedDifference(strata))) seen += 1;
  }
  return seen / repetitions;
}

describe('the power of a planned difference', () => {
  it.each([
    [1, 0.9, 0.1],
    [2, 1, 0],
    [5, 0.9, 0.1],
    [6, 0.7, 0.2],
    [6, 0.1, 0.8],
  ])('is what every outcome of %d blocks at %d and %d comes to', (blocks, treated, control) => {
    expect(powerOfDifference({ treated, control }, { blocks })).toBeCloseTo(enumeratedPower(blocks, { treated, control }), 12);
  });

  it('is what simulated runs find', () => {
    for (const [blocks, treated, control] of [
      [20, 0.5, 0.1],
      [40, 0.3, 0.05],
    ] as const) {
      const power = powerOfDifference({ treated, control }, { blocks });
      expect(Math.abs(power - simulatedPower(blocks, () => ({ treated, control })))).toBeLessThan(0.025);
    }
  });

  it('is exceeded where rates vary between blocks', () => {
    const varied = (block: number) => (block % 2 === 0 ? { treated: 0.95, control: 0.65 } : { treated: 0.35, control: 0.05 });
    expect(simulatedPower(40, varied)).toBeGreaterThan(powerOfDifference({ treated: 0.65, control: 0.35 }, { blocks: 40 }) + 0.05);
  });

  /** statsmodels 0.15.0: NormalIndPower().power(proportion_effectsize(treated, control), nobs1=blocks, alpha=.05, ratio=1) */
  it.each([
    [50, 0.3, 0.1, 0.7320208909778071],
    [100, 0.3, 0.1, 0.9542117791572842],
    [100, 0.6, 0.4, 0.8126408236244113],
    [200, 0.12, 0.05, 0.7272806282669464],
  ])('is near that of the normal test of two rates: %d, %d, %d', (blocks, treated, ...[control, expected]) => {
    expect(Math.abs(powerOfDifference({ treated, control }, { blocks }) - expected)).toBeLessThan(0.03);
  });

  it('counts a false finding like any other: it stays below 5 % where there is no difference', () => {
    for (const rate of [0.02, 0.3, 0.5]) expect(powerOfDifference({ treated: rate, control: rate }, { blocks: 60 })).toBeLessThan(0.055);
  });

  it('is smaller where the interval is wider', () => {
    const rates = { treated: 0.5, control: 0.2 };
    expect(powerOfDifference(rates, { blocks: 50, confidence: 0.99 })).toBeLessThan(powerOfDifference(rates, { blocks: 50 }) - 0.1);
  });

  it('refuses what cannot be planned', () => {
    expect(() => powerOfDifference({ treated: 0.5, control: 0.2 }, { blocks: 0 })).toThrow('blocks must be a whole number from 1: 0');
    expect(() => powerOfDifference({ treated: 1.5, control: 0.2 }, { blocks: 9 })).toThrow('1.5');
    expect(() => powerOfDifference({ treated: 0.5, control: 0.2 }, { blocks: 9, confidence: 1 })).toThrow('confidence');
  });
});

describe('the table of decisions', () => {
  it('agrees with the interval over blocks for every pair of counts, whichever blocks they fall in', () => {
    const blocks = 9;
    const rows = decidedCounts(blocks);
    for (let [treated, control] = [0, 0]; control <= blocks; treated = (treated + 1) % (blocks + 1), control += treated === 0 ? 1 : 0) {
      const apart = [Math.max(0, treated + control - blocks), Math.min(treated, control)];
      const decisions = apart.map((both) => {
        const strata = Array.from({ length: blocks }, (_, block) => ({
          treated: one(block < treated),
          control: one(block < both || (block >= treated && block < treated + control - both)),
        }));
        return (stratifiedDifference(strata)?.low ?? 0) > 0;
      });
      const { first, chances } = rows[control]!;
      const chance = treated < first ? 0 : (chances[treated - first] ?? 1);
      expect([chance === 1, chance > 0], `${treated} and ${control}`).toEqual(decisions);
    }
  });
});
