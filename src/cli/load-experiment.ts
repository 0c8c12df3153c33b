import { UsageError } from '../core/errors.ts';
import { experimentSchema, type Experiment } from '../core/experiment.ts';
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
