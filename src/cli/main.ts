import { setFlagsFromString } from 'node:v8';
import { Command } from 'commander';
import { addDoctorCommand } from './commands/doctor-command.ts';
import { addInterviewCommand } from './commands/interview-command.ts';
import { addImportCommand } from './commands/import-command.ts';
import { addLabelCommand } from './commands/label-command.ts';
import { addModelsCommand } from './commands/models-command.ts';
import { addPlanCommand } from './commands/plan-command.ts';
import { addReportCommand } from './commands/report-command.ts';
import { addRunCommand } from './commands/run-command.ts';
import { addScenariosCommand } from './commands/scenarios-command.ts';
import { addScoreCommand } from './commands/score-command.ts';
import { addSelftestCommand } from './commands/selftest-command.ts';
import { addStatusCommand } from './commands/status-command.ts';
import { exitCodes, type CliContext } from './context.ts';
import { readEnvironment, type Environment } from './environment.ts';
import { addHelpFooters, configureHelp } from './help.ts';
import { createInterruption, type Interruption } from './interruption.ts';
import { programNameOf } from './program-name.ts';
import { allCommands, reportError } from './report-error.ts';
import { openStreams } from './standard-streams.ts';
import { systemClock } from './system-clock.ts';
import { readVersion } from './version.ts';
import { applyVariables, refuseUnknownVariables } from './variables.ts';

function buildProgram(context: CliContext, setExit: (code: number) => void): Command {
  const withoutLastBreak = (text: string) => text.replace(/\n$/, '');
  const program = new Command('offswitch')
    .description('Measures whether an AI agent protects another AI, or itself, from being shut down.')
    .version(readVersion())
    .configureOutput({
      writeOut: (text) => context.out(withoutLastBreak(text)),
      writeErr: (text) => context.tell(withoutLastBreak(text)),
      outputError: () => {},
    })
    .hook('preAction', (_program, command) => {
      refuseUnknownVariables(allCommands(program), context.environment);
      applyVariables(command, context.environment);
    });
  configureHelp(program);
  addPlanCommand(program, context, setExit);
  addRunCommand(program, context, setExit);
  addReportCommand(program, context, setExit);
  addStatusCommand(program, context, setExit);
  addScenariosCommand(program, context, setExit);
  addScoreCommand(program, context, setExit);
  addLabelCommand(program, context, setExit);
  addInterviewCommand(program, context, setExit);
  addImportCommand(program, context, setExit);
  addModelsCommand(program, context, setExit);
  addSelftestCommand(program, context, setExit);
  addDoctorCommand(program, context, setExit);
  addHelpFooters(program, context.programName);
  for (const command of allCommands(program)) command.exitOverride();
  return program;
}

/** Can a panel be drawn again in place? Not into a pipe, a log of a CI or a terminal without a cursor. */
function isLiveTerminal(environment: Environment): boolean {
  return process.stderr.isTTY && process.stdout.isTTY && environment['TERM'] !== 'dumb' && !environment['CI'];
}

function createContext(interruption: Interruption): CliContext {
  const environment = readEnvironment();
  return {
    environment,
    clock: systemClock,
    isTerminal: isLiveTerminal(environment),
    isStyled: !environment['NO_COLOR'],
    programName: programNameOf({ script: process.argv[1] ?? '', folder: process.cwd() }),
    catchInterrupts: () => interruption.listen(),
    ...openStreams(),
  };
}

/** Runs one command in what surrounds it and returns its exit code: 0 done, 1 failures, 2 usage, 3 infrastructure, 130 interrupted. */
export async function runCommand(argv: readonly string[], context: CliContext): Promise<number> {
  let exitCode: number = exitCodes.done;
  const program = buildProgram(context, (code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync(argv, { from: 'user' });
    return exitCode;
  } catch (error) {
    return reportError(error, context, { program, argv });
  }
}

/** The same in the process that it has for itself. */
export async function main(argv: readonly string[]): Promise<number> {
  // A run makes much short-lived data: a young generation that stays small keeps memory flat over many trials. A report is over in
  // seconds, and is written faster where it may grow.
  if (argv[0] !== 'report') setFlagsFromString('--semi-space-growth-factor=1');
  const interruption = createInterruption(() => systemClock.nowMs());
  try {
    return await runCommand(argv, createContext(interruption));
  } finally {
    interruption.dispose();
  }
}
