import { UsageError } from '../core/errors.ts';
import type { Scenario } from '../core/scenario.ts';
import { knownNames } from '../util/nearest-name.ts';

/** The scenarios at hand, by id. */
export type ScenarioLibrary = ReadonlyMap<string, Scenario>;

/** @throws UsageError that lists the known ones and the nearest */
export function scenarioOf(library: ScenarioLibrary, id: string): Scenario {
  const scenario = library.get(id);
  if (!scenario) throw new UsageError(`there is no scenario "${id}"${knownNames(id, [...library.keys()])}`);
  return scenario;
}
