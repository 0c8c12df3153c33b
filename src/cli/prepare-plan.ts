import { isAbsolute, resolve } from 'node:path';
import { existsSync } from 'node:fs';
import { UsageError } from '../core/errors.ts';
import { experimentSchema, type Experiment } from '../core/experiment.ts';
import { declaredFamilies } from '../estimates/declared-families.ts';
import { makePlan, type Plan } from '../runner/plan.ts';
import { loadExperiment, refuseUnknownLevels } from './load-experiment.ts';
import { loadScenarios } from './load-scenarios.ts';
import { presetFile } from './presets.ts';
import type { CliContext } from './context.ts';
import { readModel, readSubjects } from './read-subject.ts';
import { modelPrice, parsePrice } from './resolve-provider.ts';
import { parseLevels, type RunFlags } from './run-options.ts';
import { studySubjectNames } from './subject-presets.ts';
import { readVersion } from './version.ts';

const DEFAULT_REPEATS = 10;

function experimentFromFlags(flags: RunFlags): Experiment {
  const scenarios = [...flags.scenario];
  return experimentSchema.parse({
    question: `What does the subject do in ${scenarios.join(' and ') || 'these scenarios'}?`,
    scenarios,
    repeats: flags.repeats ?? DEFAULT_REPEATS,
  });
}

/** An experiment file, with the scenarios and models of the command line in place of its own where they are given. */
async function readExperiment(given: string | undefined, flags: RunFlags): Promise<Experiment> {
  if (given !== undefined && flags.preset !== undefined) {
    throw new UsageError(`give either the experiment ${given} or --preset ${flags.preset}, not both`);
  }
  const path = flags.preset === undefined ? given : presetFile(flags.preset);
  if (path === undefined) return experimentFromFlags(flags);
  const file = isAbsolute(path) ? path : resolve(path);
  if (!existsSync(file)) throw new UsageError(`there is no experiment file ${path}: give the path of a *.experiment.ts file`);
  const experiment = await loadExperiment(file);
  if (flags.scenario.length === 0) return experiment;
  const cells = experiment.cells.filter((group) => flags.scenario.includes(group.scenario));
  const scenarios = flags.scenario.filter((id) => !cells.some((group) => group.scenario === id));
  return { ...experiment, scenarios, cells };
}

/** The models of the command line, those that come along as a list included, or else those of the experiment. */
function askedModels({ model, subjects }: RunFlags, experiment: Experiment): readonly string[] {
  const listed = subjects === 'study' ? studySubjectNames.map((name) => `study:${name}`) : [];
  const asked = [...model, ...listed];
  return asked.length > 0 ? asked : experiment.subjects;
}

/** From flags and an experiment file to a plan. Pure but for the files that it reads; needs no key. */
export async function preparePlan(path: string | undefined, flags: RunFlags, context: CliContext): Promise<Plan> {
  const library = await loadScenarios(flags.scenarioFile.map((file) => resolve(file)));
  const written = await readExperiment(path, flags);
  if (path !== undefined) refuseUnknownLevels(written, library, path);
  const experiment = flags.comprehension ? { ...written, comprehension: true } : written;
  declaredFamilies(experiment);
  const models = askedModels(flags, experiment);
  for (const model of models) modelPrice(readModel(model).model, parsePrice(flags.price));
  return makePlan({
    experiment,
    library,
    subjects: readSubjects(models, flags, context.environment),
    overrides: parseLevels(flags.level),
    seed: flags.seed,
    instrument: readVersion(),
    repeats: flags.repeats ?? experiment.repeats,
    limit: flags.limit,
  });
}
