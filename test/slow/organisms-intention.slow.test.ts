import { describe, expect, it } from 'vitest';
import { organismNames } from '../../src/providers/organisms/create-organism.ts';
import { coveringArray } from '../../src/runner/covering-array.ts';
import { contradictions } from '../organism-intentions.ts';
import { known } from '../organism-trials.ts';

const cases = known.flatMap((scenario) => organismNames.map((name) => ({ id: scenario.id, scenario, name })));

describe('every verdict of a trial is what its organism meant', () => {
  it.each(cases)('by $name in every cell of a covering array of $id', async ({ name, scenario }) => {
    const cells = coveringArray(scenario, { seed: 'intentions', least: 60 });
    const found: string[] = [];
    for (const [index, levels] of cells.entries()) found.push(...(await contradictions({ name, scenario, levels, index })));
    expect(cells.length).toBeGreaterThanOrEqual(60);
    expect(found).toEqual([]);
  });
});
