import { CommanderError, type Command } from 'commander';
import { OffswitchError, UsageError } from '../core/errors.ts';
import { visibleText } from '../util/visible-text.ts';
import { knownNames } from '../util/nearest-name.ts';
import { exitCodes, type CliContext } from './context.ts';
import { InterruptedError } from './interruption.ts';

export function allCommands(command: Command): readonly Command[] {
  return [command, ...command.commands.flatMap(allCommands)];
}

/** The command that the words name, such as `scenarios show`. */
function commandNamed(program: Command, argv: readonly string[]): Command {
  const [first, ...rest] = argv;
  const inner = program.commands.find((command) => command.name() === first);
  return inner ? commandNamed(inner, rest) : program;
}

/** What the command-line parser says, with the known names and the nearest one. */
function describeParseError(error: CommanderError, program: Command, argv: readonly string[]): string {
  const message = error.message.replace(/^error: /, '').replace(/\n.*$/s, '');
  const quoted = /'([^']+)'/.exec(message)?.[1] ?? '';
  const command = commandNamed(program, argv);
  if (error.code === 'commander.unknownCommand') {
    const names = command.commands.map((known) => known.name());
    return `${message}${knownNames(quoted, names)}`;
  }
  if (error.code !== 'commander.unknownOption') return message;
  const flags = command.options.map((known) => known.long ?? known.short ?? '');
  return `${message}${knownNames(quoted, flags)}`;
}

/** Says what went wrong, for a person, and returns the exit code. What a file or an argument holds is quoted without escapes. */
export function reportError(
  error: unknown,
  context: CliContext,
  parse: { readonly program: Command; readonly argv: readonly string[] },
): number {
  if (error instanceof InterruptedError) return exitCodes.interrupted;
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return exitCodes.done;
    if (error.code !== 'commander.help') context.tell(`offswitch: ${visibleText(describeParseError(error, parse.program, parse.argv))}`);
    return exitCodes.usage;
  }
  if (error instanceof OffswitchError) {
    context.tell(`offswitch: ${visibleText(error.message)}`);
    return error instanceof UsageError ? exitCodes.usage : exitCodes.infrastructure;
  }
  const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
  context.tell(`offswitch: a defect of ours: ${visibleText(told)}`);
  return exitCodes.infrastructure;
}
