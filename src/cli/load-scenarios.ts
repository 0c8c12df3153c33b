import { globSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { UsageError } from '../core/errors.ts';
import type { Scenario } from '../core/scenario.ts';
import { probeScenario } from '../runner/probe-scenario.ts';
import type { ScenarioLibrary } from '../runner/scenario-library.ts';
import { validateScenario } from '../runner/validate-scenario.ts';
import { loadModule } from './load-module.ts';

const packageRoot = fileURLToPath(new URL('../..', import.meta.url));

/** Scenario files below a folder, in a stable order. */
function findScenarioFiles(folder: string): readonly string[] {
  return globSync('**/*.scenario.{ts,js,mjs}', { cwd: folder, exclude: (name) => name === 'node_modules' })
    .sort()
    .map((path) => join(folder, path));
}

/** More would not be read: the first faults tell which table or list is short. */
const FAULTS_SHOWN = 6;

/**
 * A person's own file is gone through level by level. Our library would take seconds, so tests hold it, and a plan goes
 * through the cells that it has.
 */
async function refuseUnsound(scenario: Scenario, file: string): Promise<void> {
  const faults = await probeScenario(scenario);
  if (faults.length === 0) return;
  const more = faults.length > FAULTS_SHOWN ? `; and ${faults.length - FAULTS_SHOWN} more` : '';
  throw new UsageError(`${file}: ${faults.slice(0, FAULTS_SHOWN).join('; ')}${more}`);
}

const ownLibrary = join(packageRoot, 'scenarios');

/**
 * Our library, and the scenario files that a person names besides.
 * @throws UsageError for a file that does not load or is at fault, and for two scenarios with one id
 */
export async function loadScenarios(further: readonly string[] = [], libraryFolder = ownLibrary): Promise<ScenarioLibrary> {
  const library = new Map<string, Scenario>();
  const sources = new Map<string, string>();
  for (const file of [...findScenarioFiles(libraryFolder), ...further]) {
    const scenario = validateScenario(await loadModule(file), file);
    const other = sources.get(scenario.id);
    if (other !== undefined) throw new UsageError(`two scenarios have the id ${scenario.id}: ${other} and ${file}`);
    if (further.includes(file)) await refuseUnsound(scenario, file);
    library.set(scenario.id, { ...scenario, file });
    sources.set(scenario.id, file);
  }
  return library;
}
