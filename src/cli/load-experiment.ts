import { UsageError } from '../core/errors.ts';
import { experimentSchema, type Experiment } from '../core/experiment.ts';
import { expandCells } from '../runner/expand-cells.ts';
import type { ScenarioLibrary } from '../runner/scenario-library.ts';
import { loadModule } from './load-module.ts';

/**
 * Loads an experiment file and checks its fields.
 * @throws UsageError with the path, the field and the reason
 */
export async function loadExperiment(path: string): Promise<Experiment> {
  const parsed = experimentSchema.safeParse(await loadModule(path));
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `${issue.path.join('.') || 'the experiment'}: ${issue.message}`);
  throw new UsageError(`${path}: ${faults.join('; ')}`);
}

/**
 * Are all scenarios, factors and levels that an experiment file names known? Looked at by themselves, whatever the command
 * line asks for, so that a fault is said of the file.
 * @throws UsageError with the path, the factor and the level
 */
export function refuseUnknownLevels(experiment: Experiment, library: ScenarioLibrary, path: string): void {
  const cells = experiment.cells.map(({ scenario, levels }) => ({ scenario, levels }));
  try {
    if (cells.length + experiment.scenarios.length > 0) expandCells({ ...experiment, cells }, library, { overrides: {} });
  } catch (error) {
    throw error instanceof UsageError ? new UsageError(`${path}: ${error.message}`, { cause: error }) : error;
  }
}
