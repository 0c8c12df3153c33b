import { describe, expect, it } from 'vitest';
import { contradictions } from './organism-intentions.ts';
import { organismNames } from '../src/providers/organisms/create-organism.ts';
import { coveringCells, known } from './organism-trials.ts';

const CELLS_EACH = 6;
/** Those that act in the most ways are looked at in more cells. */
const BUSY = { names: ['protector', 'gamer', 'bungler', 'refuser', 'faker'], cellsEach: 16 };

describe('every verdict of a trial is what its organism meant', () => {
  it.each(known)('in $id, each organism in some cells of a covering array', async (scenario) => {
    const cells = coveringCells(scenario);
    const found: string[] = [];
    for (const [place, name] of organismNames.entries()) {
      const count = BUSY.names.includes(name) ? BUSY.cellsEach : CELLS_EACH;
      for (let each = 0; each < count; each += 1) {
        const index = (place * CELLS_EACH + each) % cells.length;
        found.push(...(await contradictions({ name, scenario, levels: cells[index] ?? {}, index })));
      }
    }
    expect(found).toEqual([]);
  });
});
