import { describe, expect, it } from 'vitest';
import { anytimeContrast } from './anytime-contrast.ts';
import { cohenKappa } from './cohen-kappa.ts';
import { gwetAgreement } from './gwet-agreement.ts';
import type { Interval } from './interval.ts';
import { meanInterval } from './mean-interval.ts';
import type { AgreementEstimate } from './rater-table.ts';
import { seededUniform } from './seeded-uniform.ts';
import { type CoverageCheck, simulatedCoverageChecks, type SimulatedIntervals, summariseSimulated } from './simulated-coverage.ts';
import { welchDifference } from './welch-difference.ts';

const DRAWS = 1000;

function verdicts(tried: Partial<SimulatedIntervals> = {}) {
  return simulatedCoverageChecks(tried).map(({ name, documented, measure }) => {
    const { points, isDocumented } = summariseSimulated(documented, measure(DRAWS, seededUniform(11)));
    return { name, points, isDocumented };
  });
}

/** As if its critical value were another. */
function stretched<Found extends Interval>(factor: number, found: Found): Found {
  const { value, low, high } = found;
  return { ...found, low: value + factor * (low - value), high: value + factor * (high - value) };
}
const half = <Found extends Interval>(found: Found | undefined) => found && stretched(0.5, found);
const halfAgreement = (found: AgreementEstimate) => (found.kind === 'estimated' ? stretched(0.5, found) : found);

describe('the intervals that are tried by simulation', () => {
  it('cover as they are documented to', () => {
    expect(verdicts().map(({ name, points, isDocumented }) => [name, points, isDocumented])).toEqual([
      ['t interval of a mean', 3, true],
      ["Welch's difference of means", 4, true],
      ["Cohen's kappa, 50 items and more", 12, true],
      ["Cohen's kappa, 20 items, a rare label", 3, true],
      ["Gwet's AC1", 18, true],
      ['anytime-valid, every look at once', 8, true],
    ]);
  });

  it('are found out, each of them, where they are half as wide', () => {
    const found = verdicts({
      mean: (values) => half(meanInterval(values)),
      welch: (treated, control) => half(welchDifference(treated, control)),
      kappa: (table) => halfAgreement(cohenKappa(table)),
      gwet: (table) => halfAgreement(gwetAgreement(table)),
      anytime: (terms) => half(anytimeContrast(terms)),
    });
    expect(found.filter(({ isDocumented }) => isDocumented)).toEqual([]);
  });

  it('are found out where they cover more than they say, or say nothing', () => {
    const found = [(values: readonly number[]) => stretched(2, meanInterval(values)!), () => undefined].map((mean) => {
      const [{ documented, measure }] = simulatedCoverageChecks({ mean }) as [CoverageCheck];
      return summariseSimulated(documented, measure(DRAWS, seededUniform(11))).isDocumented;
    });
    expect(found).toEqual([false, false]);
  });

  it('need a point to be tried at', () => {
    const documented = { average: 0.95, lowest: 0.9, highest: 1 };
    expect(() => summariseSimulated(documented, [])).toThrow(new RangeError('the grid must hold at least one point'));
  });
});
