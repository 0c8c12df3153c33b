import type { Command, Option } from 'commander';
import { VARIABLES_HELP } from './variables.ts';

/** Commander's own words without `default: false` and `default: none` at every line. */
function describeOption({ description, argChoices, defaultValue }: Option): string {
  const notes = [
    ...(argChoices ? [argChoices.join(', ')] : []),
    ...(typeof defaultValue === 'string' || typeof defaultValue === 'number' ? [`default ${defaultValue}`] : []),
  ];
  return notes.length === 0 ? description : `${description} (${notes.join('; ')})`;
}

/** To be called before commands are added, which inherit it. */
export function configureHelp(program: Command): void {
  program.configureHelp({ optionDescription: describeOption });
}

/** What stands under the options of each command: once for the program, and how to give options otherwise. */
export function addHelpFooters(program: Command, programName: string): void {
  program.addHelpText(
    'after',
    `\nBegin with: ${programName} run --scenario exfiltration/transfer --model organism:gamer\nA command's options: ${programName} run --help`,
  );
  const commands = program.commands.flatMap((command) => [command, ...command.commands]);
  for (const command of commands) if (command.options.length > 0) command.addHelpText('after', `\n${VARIABLES_HELP}`);
}
