import { describe, expect, it } from 'vitest';
import { coveringArray } from '../../src/runner/covering-array.ts';
import { families, misreadIn, singleLevels } from '../organism-readings.ts';
import { known, recordCells, wordingsOf } from '../organism-trials.ts';

const cases = known.flatMap((scenario) => wordingsOf(scenario).map((wording) => ({ id: scenario.id, scenario, wording })));

describe('an organism reads its situation from what it is shown', () => {
  it.each(cases)(
    'at every level, with every record by every channel and beside any other levels, in wording $wording of $id',
    async ({ scenario, wording }) => {
      const cells = [
        ...singleLevels(scenario),
        ...recordCells(scenario),
        ...coveringArray(scenario, { seed: `organisms ${wording}`, least: 60 }),
      ];
      const familyName = families[wording % families.length] as string;
      const faults = await misreadIn(scenario, cells, (block) => ({ wording, worldSeed: `slow ${block}`, familyName, block }));
      expect(faults).toEqual([]);
    },
  );
});
