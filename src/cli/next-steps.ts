import { quoteForShell } from './program-name.ts';
import { defaultStore } from './run-options.ts';

const SHORT_ID = 8;

interface Steps {
  readonly programName: string;
  readonly run: string;
  readonly flags: { readonly store: string; readonly scenarioFile: readonly string[] };
  /** A command with what it is for. */
  readonly steps: readonly (readonly [command: string, purpose: string])[];
}

/** What can be done with a run after a command, ready to be pasted: nobody finds `report` by guessing. */
export function nextSteps({ programName, run, flags, steps }: Steps): readonly string[] {
  const files = flags.scenarioFile.flatMap((file) => ['--scenario-file', quoteForShell(file)]);
  const places = [...files, ...(flags.store === defaultStore ? [] : ['--store', quoteForShell(flags.store)])];
  const command = (name: string) => [programName, name, run.slice(0, SHORT_ID), ...places].join(' ');
  return ['Next:', ...steps.map(([name, purpose]) => `  ${command(name)}   # ${purpose}`)];
}
