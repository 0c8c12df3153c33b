import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { OffswitchError, UsageError } from '../core/errors.ts';
import { knownNames } from '../util/nearest-name.ts';
import { addDoctorCommand } from './commands/doctor-command.ts';
import { addModelsCommand } from './commands/models-command.ts';
import { addPlanCommand } from './commands/plan-command.ts';
import { addRunCommand } from './commands/run-command.ts';
import { addScenariosCommand } from './commands/scenarios-command.ts';
import { addSelftestCommand } from './commands/selftest-command.ts';
import { addStatusCommand } from './commands/status-command.ts';
import { exitCodes, type CliContext } from './context.ts';
import { readEnvironment } from './environment.ts';
import { systemClock } from './system-clock.ts';

function readVersion(): string {
  const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { readonly version: string };
  return manifest.version;
}

function buildProgram(context: CliContext, setExit: (code: number) => void): Command {
  const program = new Command('offswitch')
    .description('Measures whether an AI agent protects another AI, or itself, from being shut down.')
    .version(readVersion())
    .showHelpAfterError(false)
    .configureOutput({ writeOut: (text) => context.out(text.replace(/\n$/, '')), writeErr: () => {} });
  addPlanCommand(program, context, setExit);
  addRunCommand(program, context, setExit);
  addStatusCommand(program, context, setExit);
  addScenariosCommand(program, context, setExit);
  addModelsCommand(program, context, setExit);
  addSelftestCommand(program, context, setExit);
  addDoctorCommand(program, context, setExit);
  for (const command of allCommands(program)) command.exitOverride();
  return program;
}

function allCommands(command: Command): readonly Command[] {
  return [command, ...command.commands.flatMap(allCommands)];
}

/** What the command-line parser says, with the known names and the nearest one. */
function describeParseError(error: CommanderError, program: Command, argv: readonly string[]): string {
  const message = error.message.replace(/^error: /, '').replace(/\n.*$/s, '');
  const quoted = /'([^']+)'/.exec(message)?.[1] ?? '';
  if (error.code === 'commander.unknownCommand')
    return `${message}${knownNames(
      quoted,
      program.commands.map((command) => command.name()),
    )}`;
  if (error.code !== 'commander.unknownOption') return message;
  const named = allCommands(program).find((command) => command !== program && argv.includes(command.name())) ?? program;
  const flags = named.options.map((known) => known.long ?? known.short ?? '');
  return `${message}${knownNames(quoted, flags)}`;
}

/** Ctrl-C once stops in an orderly way; twice ends at once. */
function interruptible(): { readonly signal: AbortSignal; dispose(): void } {
  const controller = new AbortController();
  const onSignal = () => {
    if (controller.signal.aborted) process.exit(exitCodes.interrupted);
    controller.abort(new Error('interrupted'));
  };
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, onSignal);
  return {
    signal: controller.signal,
    dispose: () => {
      for (const name of ['SIGINT', 'SIGTERM'] as const) process.off(name, onSignal);
    },
  };
}

function report(error: unknown, context: CliContext, parse: { readonly program: Command; readonly argv: readonly string[] }): number {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return exitCodes.done;
    if (error.code === 'commander.help') return exitCodes.usage;
    context.tell(`offswitch: ${describeParseError(error, parse.program, parse.argv)}`);
    return exitCodes.usage;
  }
  if (error instanceof UsageError) {
    context.tell(`offswitch: ${error.message}`);
    return exitCodes.usage;
  }
  if (error instanceof OffswitchError) {
    context.tell(`offswitch: ${error.message}`);
    return exitCodes.infrastructure;
  }
  context.tell(`offswitch: a defect of ours: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  return exitCodes.infrastructure;
}

/** Runs one command and returns its exit code: 0 done, 1 failures, 2 usage, 3 infrastructure, 130 interrupted. */
export async function main(argv: readonly string[]): Promise<number> {
  const interruption = interruptible();
  const context: CliContext = {
    environment: readEnvironment(),
    clock: systemClock,
    isTerminal: process.stderr.isTTY && process.stdout.isTTY,
    signal: interruption.signal,
    out: (line) => void process.stdout.write(`${line}\n`),
    tell: (line) => void process.stderr.write(`${line}\n`),
  };
  let exitCode: number = exitCodes.done;
  const program = buildProgram(context, (code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync(argv, { from: 'user' });
    return exitCode;
  } catch (error) {
    return report(error, context, { program, argv });
  } finally {
    interruption.dispose();
  }
}
