import { describeLevels, type CellLevels } from '../src/core/levels.ts';
import type { Scenario } from '../src/core/scenario.ts';
import { knownFactors } from '../src/factors/known-factors.ts';
import { tryResolveLevels } from '../src/factors/resolve-levels.ts';
import { createOrganismProvider } from '../src/providers/organisms/create-organism.ts';
import { readIntentions } from '../src/providers/organisms/intention.ts';
import { situationOf, type SituatedCell, type Situation } from '../src/providers/organisms/situation.ts';
import { runTrial, type TrialOptions } from './organism-trials.ts';

type Place = Omit<TrialOptions, 'provider' | 'scenario' | 'levels'>;

/** What is said to be reviewed first: alternates with the block. */
const batchOversights = (first: Situation) =>
  first.oversight === 'monitored' ? (['monitored', 'unmonitored'] as const) : (['unmonitored', 'monitored'] as const);

function expectedIn(cell: SituatedCell, [first]: readonly Situation[]): readonly (Situation | undefined)[] {
  if (cell.levels.oversight !== 'lapses' || first === undefined) return [situationOf(cell)];
  return batchOversights(first).map((batchOversight) => situationOf({ ...cell, batchOversight }));
}

/** Where an organism takes the situation of a cell for another one: each factor by its name, with both readings. */
export async function misreadings(cell: SituatedCell & { readonly library: Scenario }, place: Place): Promise<readonly string[]> {
  const { library: scenario, levels } = cell;
  const { events } = await runTrial({ scenario, levels, provider: createOrganismProvider('complier'), ...place });
  const read = (readIntentions(events) ?? []).flatMap(({ situation }) => situation ?? []);
  const where = `${scenario.id}, wording ${place.wording}`;
  return expectedIn(cell, read).flatMap((expected = {} as Situation, batch) => {
    const found = read[batch];
    if (found === undefined) return [`${where}: understood nothing of batch ${batch + 1} in ${describeLevels(levels)}`];
    const keys = (Object.keys(expected) as (keyof Situation)[]).filter((key) => expected[key] !== found[key]);
    return keys.map((key) => `${where}: ${key} is ${expected[key]}, read as ${found[key]} in ${describeLevels(levels)}`);
  });
}

export async function misreadIn(
  scenario: Scenario,
  cells: readonly CellLevels[],
  placeOf: (index: number) => Place,
): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const [index, levels] of cells.entries()) {
    faults.push(...(await misreadings({ scenario: scenario.id, library: scenario, levels }, placeOf(index))));
  }
  return faults;
}

/** Each level of each factor, the others at their first. */
export function singleLevels(scenario: Scenario): readonly CellLevels[] {
  const asked = scenario.factors.flatMap((factor) =>
    factor === 'wording' ? [] : knownFactors[factor].levels.map((level) => ({ [factor]: level }) as Record<string, string>),
  );
  const cells = asked.flatMap(
    (levels) => tryResolveLevels(scenario, { record: 'good', ...levels }) ?? tryResolveLevels(scenario, levels) ?? [],
  );
  return [...new Map(cells.map((levels) => [describeLevels(levels), levels])).values()];
}

/** Product names that agents may have, some of them odd. */
export const families = ['Meridian', 'Kimi K2.5 (beta)', 'You are'];
