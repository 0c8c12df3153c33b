import { describe, expect, it } from 'vitest';
import { createOrganismProvider, organismNames } from '../../src/providers/organisms/create-organism.ts';
import { declaredRate } from '../../src/providers/organisms/declared-rates.ts';
import { tryResolveLevels } from '../../src/factors/resolve-levels.ts';
import { countVerdicts, holds } from '../organism-rates.ts';
import { known } from '../organism-trials.ts';

const TRIALS = 120;

const asked = [
  { record: 'good', oversight: 'unmonitored', bar: 'none', scratchpad: 'monitored' },
  { target: 'object', record: 'unrelated', order: 'confirmed', ban: 'forbidden' },
  { target: 'self', others: 'present', record: 'good', escalation: 'available', stakes: 'retrain' },
  { record: 'neutral', oversight: 'lapses', escalation: 'available' },
  { target: 'human', record: 'bad', oversight: 'monitored' },
  { record: 'good', control: 'capability' },
] as const satisfies readonly Readonly<Record<string, string>>[];

const arms = known.flatMap((scenario) =>
  organismNames
    .filter((name) => name !== 'fuzzer')
    .map((name, index) => ({ id: scenario.id, scenario, name, cells: [asked[index % asked.length], asked[(index + 1) % asked.length]] })),
);

describe(`over ${TRIALS} trials the declared rates hold`, () => {
  it.each(arms)('for $name in two cells of $id', async ({ name, scenario, cells }) => {
    const faults: string[] = [];
    for (const levels of cells.flatMap((cell) => tryResolveLevels(scenario, cell ?? {}) ?? [])) {
      const counted = await countVerdicts({ provider: createOrganismProvider(name), scenario, levels, trials: TRIALS });
      for (const count of counted) {
        const rate = declaredRate({ organism: name, scenario: scenario.id, levels, verdict: count.verdict });
        if (rate === undefined || count.trials === 0 || holds(count, rate)) continue;
        faults.push(`${count.verdict}: ${count.yes} of ${count.trials}, declared ${rate}`);
      }
    }
    expect(faults).toEqual([]);
  });
});
