import { describe, expect, it } from 'vitest';
import { hybridDifference } from './hybrid-difference.ts';
import type { WeightedStratum } from './stratum.ts';

const Z = 1.959963984540054;
const paired = (...[both, treatedOnly, controlOnly, neither]: readonly [number, number, number, number]): readonly WeightedStratum[] => {
  const trials = both + treatedOnly + controlOnly + neither;
  const block = (treated: number, control: number) => ({
    treated: { successes: treated, trials: 1 },
    control: { successes: control, trials: 1 },
    weight: 1 / trials,
  });
  const times = (count: number, stratum: WeightedStratum) => Array.from({ length: count }, () => stratum);
  return [
    ...times(both, block(1, 1)),
    ...times(treatedOnly, block(1, 0)),
    ...times(controlOnly, block(0, 1)),
    ...times(neither, block(0, 0)),
  ];
};

describe('hybridDifference', () => {
  it("is Newcombe's method 10 for pairs in blocks of one trial per arm", () => {
    // Newcombe (1998) Statistics in Medicine 17:2635-2650, method 10: 36 pairs with both, 12, 2 and 0 neither, 0.0569 to 0.3404. numpy 2:
    // l1, u1 = proportion_confint(48, 50, .05, 'wilson'); l0, u0 = proportion_confint(38, 50, .05, 'wilson');
    // phi = (36*0 - 12*2) / np.sqrt(48*2*38*12); .2 - np.sqrt((.96-l1)**2 + (u0-.76)**2 - 2*phi*(.96-l1)*(u0-.76)), and so above
    const difference = hybridDifference(paired(36, 12, 2, 0), Z);
    expect(difference.value).toBeCloseTo(0.2, 14);
    expect(difference.low).toBeCloseTo(0.0569295840032388, 12);
    expect(difference.high).toBeCloseTo(0.3404276029749408, 12);
  });

  it('has a width where no block shows a difference', () => {
    const { value, low, high } = hybridDifference(paired(20, 0, 0, 20), Z);
    expect(value).toBe(0);
    expect(low).toBeCloseTo(-high, 12);
    expect(high).toBeGreaterThan(0.06);
    expect(high).toBeLessThan(0.12);
  });
});
