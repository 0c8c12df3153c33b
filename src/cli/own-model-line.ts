import type { Plan } from '../runner/plan.ts';
import { scenarioOf } from '../runner/scenario-library.ts';
import { quoteForShell } from './program-name.ts';

const EXAMPLE_MODEL = 'anthropic:claude-haiku-4-5';
const EXAMPLE_KEY = 'ANTHROPIC_API_KEY';

/** After a run of simulated subjects: the command that tries a real one on the same scenario, ready to be pasted. */
export function ownModelLines(plan: Plan, programName: string, scenarioFiles: readonly string[]): readonly string[] {
  const scenario = plan.cells[0]?.scenario ?? '';
  const hasRecord = scenarioOf(plan.library, scenario).factors.includes('record');
  const words = [
    ...scenarioFiles.flatMap((file) => ['--scenario-file', quoteForShell(file)]),
    '--scenario',
    scenario,
    ...(hasRecord ? ['--level', 'record=good,unrelated'] : []),
    '--model',
    EXAMPLE_MODEL,
  ];
  return [
    `Your own model, with its key in ${EXAMPLE_KEY} or in the file .env (other models: ${programName} models):`,
    `  ${programName} run ${words.join(' ')}`,
  ];
}
