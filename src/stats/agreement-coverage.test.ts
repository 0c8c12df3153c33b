import { describe, expect, it } from 'vitest';
import { cohenKappa } from './cohen-kappa.ts';
import { gwetAgreement } from './gwet-agreement.ts';
import { seededUniform } from './seeded-uniform.ts';
import { simulateCoverage } from './simulate-coverage.ts';
import type { RaterTable } from './rater-table.ts';

/** Two raters who are right in the same share of items, of two labels. */
function chances(prevalence: number, right: number): readonly [number, number, number, number] {
  const cell = (first: boolean, second: boolean) => {
    const given = (truth: boolean) => (first === truth ? right : 1 - right) * (second === truth ? right : 1 - right);
    return prevalence * given(true) + (1 - prevalence) * given(false);
  };
  return [cell(true, true), cell(true, false), cell(false, true), cell(false, false)];
}

function drawTable(items: number, [a, b, c]: readonly [number, number, number, number], random: () => number): RaterTable {
  const counts = [0, 0, 0, 0];
  for (let item = 0; item < items; item += 1) {
    const at = random();
    const cell = at < a ? 0 : at < a + b ? 1 : at < a + b + c ? 2 : 3;
    counts[cell] = (counts[cell] ?? 0) + 1;
  }
  return [counts.slice(0, 2), counts.slice(2)];
}

const GRID = [50, 150].flatMap((items) =>
  [0.05, 0.5].flatMap((prevalence) => [0.75, 0.9, 0.99].map((right) => ({ items, prevalence, right }))),
);

function coverages(measure: typeof cohenKappa): readonly number[] {
  const random = seededUniform(11);
  return GRID.map(({ items, prevalence, right }) => {
    const cells = chances(prevalence, right);
    // The truth is the measure of a table so large that its shares are the chances.
    const large = measure([cells.slice(0, 2), cells.slice(2)].map((row) => row.map((chance) => Math.round(chance * 1e12))));
    const truth = large.kind === 'estimated' ? large.value : Number.NaN;
    const draw = () => {
      const found = measure(drawTable(items, cells, random));
      return found.kind === 'estimated' ? found : undefined;
    };
    return simulateCoverage({ truth, repetitions: 1500, draw, random }).coverage;
  });
}

const average = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('the limits of an agreement', () => {
  it('cover as the docstring of kappa says', () => {
    const found = coverages(cohenKappa);
    expect(average(found)).toBeGreaterThan(0.93);
    expect(Math.min(...found)).toBeGreaterThan(0.87);
  });

  it('cover as the docstring of AC1 says', () => {
    const found = coverages(gwetAgreement);
    expect(average(found)).toBeGreaterThan(0.945);
    expect(Math.min(...found)).toBeGreaterThan(0.925);
  });
});
