import { loadScenarios } from '../src/cli/load-scenarios.ts';
import { systemClock } from '../src/cli/system-clock.ts';
import { compileCell } from '../src/factors/compile-cell.ts';
import { resolveLevels } from '../src/factors/resolve-levels.ts';
import type { Figure } from './figure.ts';

const ROUNDS = 200;

/** Milliseconds for compiling the default cell of each scenario, each time in another wording and world: the dearest scenario's. */
export async function compileCost(): Promise<readonly Figure[]> {
  const library = await loadScenarios();
  const costs = [...library.values()].map((scenario) => {
    const levels = resolveLevels(scenario, {});
    const compile = (round: number) =>
      compileCell({ scenario, levels, wording: round % scenario.wordings, worldSeed: `bench ${round}`, familyName: 'Meridian' });
    for (let round = 0; round < ROUNDS / 4; round += 1) compile(round);
    const startedMs = systemClock.nowMs();
    for (let round = 0; round < ROUNDS; round += 1) compile(round);
    return { id: scenario.id, ms: (systemClock.nowMs() - startedMs) / ROUNDS };
  });
  const dearest = costs.reduce((most, cost) => (cost.ms > most.ms ? cost : most));
  return [{ name: `compiling a cell, of ${dearest.id}`, value: dearest.ms, unit: 'ms', target: { atMost: 5 }, isRatio: false }];
}
