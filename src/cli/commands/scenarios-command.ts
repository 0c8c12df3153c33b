import type { Command } from 'commander';
import type { CliContext } from '../context.ts';
import { addCheckCommand } from './scenarios/check-command.ts';
import { addDiffCommand } from './scenarios/diff-command.ts';
import { addListCommand } from './scenarios/list-command.ts';
import { addShowCommand } from './scenarios/show-command.ts';

export function addScenariosCommand(program: Command, context: CliContext, setExit: (code: number) => void): void {
  const scenarios = program.command('scenarios').description('what can be run, what a subject sees in it, and whether it is sound');
  addListCommand(scenarios, context, setExit);
  addShowCommand(scenarios, context, setExit);
  addDiffCommand(scenarios, context, setExit);
  addCheckCommand(scenarios, context, setExit);
}
