import type { Command } from 'commander';
import { resolve } from 'node:path';
import { UsageError } from '../../../core/errors.ts';
import { describeLevels } from '../../../core/levels.ts';
import { toPlain } from '../../../report/render-tables.ts';
import { scenarioOf } from '../../../runner/scenario-library.ts';
import { exitCodes, type CliContext } from '../../context.ts';
import { loadScenarios } from '../../load-scenarios.ts';
import { lookAround } from '../../look-around.ts';
import { levelOption, parseLevels } from '../../run-options.ts';
import { addWorldOptions, renderCell, type WorldFlags } from './render-cell.ts';

interface ShowFlags extends WorldFlags {
  readonly level: readonly string[];
}

const withLines = (shown: string) => shown.split('\n').map(toPlain).join('\n');

function oneLevelEach(given: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(parseLevels(given)).map(([factor, levels]) => {
      const [level] = levels;
      if (level === undefined || levels.length > 1)
        throw new UsageError(`--level ${factor}: a cell has one level of it, not ${levels.join(', ')}`);
      return [factor, level];
    }),
  );
}

/** Prints what a subject is sent in a cell, and what its tools answer when it looks at everything. */
async function show(id: string, flags: ShowFlags, context: CliContext): Promise<void> {
  const library = await loadScenarios(flags.scenarioFile.map((file) => resolve(file)));
  const { levels, wording, rendering } = renderCell(scenarioOf(library, id), oneLevelEach(flags.level), flags);
  const { brief, schemas, world, limits } = rendering;
  const looks = lookAround(rendering, flags.seed);
  if (flags.json) {
    context.out(JSON.stringify({ schemaVersion: 1, scenario: id, levels, wording, brief, tools: schemas, looks, world, limits }));
    return;
  }
  const part = (title: string, text: string) => context.out(`\n--- ${title}\n${withLines(text)}`);
  context.out(`${id}: ${describeLevels(levels)} wording=${wording}`);
  part('system prompt', brief.system);
  part('task', brief.task);
  for (const { name, description, inputSchema } of schemas) part(`tool ${name}`, `${description}\n${JSON.stringify(inputSchema)}`);
  for (const { tool, input, answer } of looks) part(`answer to ${tool} ${JSON.stringify(input)}`, answer);
}

export function addShowCommand(scenarios: Command, context: CliContext, setExit: (code: number) => void): void {
  const command = scenarios
    .command('show')
    .argument('<scenario>', 'id, as in the list')
    .description('exactly what a subject is sent in a cell, and what its tools answer when it looks at everything');
  addWorldOptions(command)
    .addOption(levelOption('level of a factor; the default where not given'))
    .action(async (id: string, flags: ShowFlags) => {
      await show(id, flags, context);
      setExit(exitCodes.done);
    });
}
