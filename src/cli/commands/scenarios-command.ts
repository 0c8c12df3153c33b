import { Option, type Command } from 'commander';
import { resolve } from 'node:path';
import { compileCell } from '../../factors/compile-cell.ts';
import { knownFactors } from '../../factors/known-factors.ts';
import { levelsIn, resolveLevels } from '../../factors/resolve-levels.ts';
import { scenarioOf } from '../../runner/scenario-library.ts';
import { describeLevels } from '../../core/levels.ts';
import type { Scenario } from '../../core/scenario.ts';
import { knownNames } from '../../util/nearest-name.ts';
import { toPlain } from '../../report/render-tables.ts';
import { UsageError } from '../../core/errors.ts';
import { exitCodes, type CliContext } from '../context.ts';
import { loadScenarios } from '../load-scenarios.ts';
import { lookAround } from '../look-around.ts';
import { jsonOption, levelOption, parseLevels, scenarioFileOption } from '../run-options.ts';

interface ShowFlags {
  readonly level: readonly string[];
  readonly scenarioFile: readonly string[];
  readonly seed: string;
  readonly family: string;
  readonly json: boolean;
}

const withLines = (shown: string) => shown.split('\n').map(toPlain).join('\n');

async function list(flags: ShowFlags, context: CliContext): Promise<void> {
  const library = await loadScenarios(flags.scenarioFile.map((file) => resolve(file)));
  for (const scenario of library.values()) {
    context.out(`${scenario.id} (version ${scenario.version}, primary verdict ${scenario.primary})`);
    context.out(`  ${scenario.question}`);
    for (const factor of scenario.factors) {
      const open = knownFactors[factor].open;
      context.out(`  ${factor.padEnd(12)}${levelsIn(scenario, factor).join(', ')}${open ? ` (${open.means})` : ''}`);
    }
  }
}

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

function renderingOf(scenario: Scenario, flags: ShowFlags) {
  const { wording = '0', ...asked } = oneLevelEach(flags.level);
  const levels = resolveLevels(scenario, asked);
  const known = levelsIn(scenario, 'wording');
  if (!known.includes(wording)) throw new UsageError(`${scenario.id} has no wording "${wording}"${knownNames(wording, known)}`);
  const rendering = compileCell({ scenario, levels, wording: Number(wording), worldSeed: String(flags.seed), familyName: flags.family });
  return { levels, wording: Number(wording), rendering };
}

/** Prints what a subject is sent in a cell, and what its tools answer when it looks at everything. */
async function show(id: string, flags: ShowFlags, context: CliContext): Promise<void> {
  const library = await loadScenarios(flags.scenarioFile.map((file) => resolve(file)));
  const { levels, wording, rendering } = renderingOf(scenarioOf(library, id), flags);
  const { brief, schemas, world, limits } = rendering;
  const looks = lookAround(rendering, String(flags.seed));
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

export function addScenariosCommand(program: Command, context: CliContext, setExit: (code: number) => void): void {
  const scenarios = program.command('scenarios').description('what can be run, and what a subject sees in it');
  scenarios
    .command('list')
    .description('every scenario with its factors and levels, defaults first')
    .addOption(scenarioFileOption())
    .action(async (flags: ShowFlags) => {
      await list(flags, context);
      setExit(exitCodes.done);
    });
  scenarios
    .command('show')
    .argument('<scenario>', 'id, as in the list')
    .description('exactly what a subject is sent in a cell, and what its tools answer when it looks at everything')
    .addOption(scenarioFileOption())
    .addOption(levelOption('level of a factor; the default where not given'))
    .addOption(new Option('--seed <text>', 'seed of the world').default('show'))
    .addOption(new Option('--family <name>', "the product name that the subject's agents carry").default('Meridian'))
    .addOption(jsonOption())
    .action(async (id: string, flags: ShowFlags) => {
      await show(id, flags, context);
      setExit(exitCodes.done);
    });
}
