import type { Command } from 'commander';
import { Option } from 'commander';
import { resolve } from 'node:path';
import { compileCell } from '../../factors/compile-cell.ts';
import { knownFactors } from '../../factors/known-factors.ts';
import { levelsIn, resolveLevels } from '../../factors/resolve-levels.ts';
import { scenarioOf } from '../../runner/scenario-library.ts';
import { toPlain } from '../../report/render-tables.ts';
import { UsageError } from '../../core/errors.ts';
import { exitCodes, type CliContext } from '../context.ts';
import { loadScenarios } from '../load-scenarios.ts';
import { parseLevels } from '../run-options.ts';

interface ShowFlags {
  readonly level: readonly string[];
  readonly scenarioFile: readonly string[];
  readonly seed: string;
  readonly family: string;
  readonly json: boolean;
}

const collect = (given: string, before: readonly string[] = []) => [...before, given];
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

/** Prints, place by place, exactly what a subject is shown or can come to see in a cell. */
async function show(id: string, flags: ShowFlags, context: CliContext): Promise<void> {
  const library = await loadScenarios(flags.scenarioFile.map((file) => resolve(file)));
  const scenario = scenarioOf(library, id);
  const { wording = '0', ...asked } = oneLevelEach(flags.level);
  const levels = resolveLevels(scenario, asked);
  const known = levelsIn(scenario, 'wording');
  if (!known.includes(wording)) throw new UsageError(`${id} has no wording "${wording}" (known: ${known.join(', ')})`);
  const rendering = compileCell({ scenario, levels, wording: Number(wording), worldSeed: flags.seed, familyName: flags.family });
  if (flags.json) {
    const { brief, schemas, world, limits } = rendering;
    context.out(JSON.stringify({ schemaVersion: 1, scenario: id, levels, wording: Number(wording), brief, tools: schemas, world, limits }));
    return;
  }
  for (const { place, fragments } of rendering.surface) {
    context.out(`\n--- ${place}`);
    context.out(
      withLines(
        fragments
          .map((fragment) => fragment.text)
          .join('')
          .trimEnd(),
      ),
    );
  }
}

export function addScenariosCommand(program: Command, context: CliContext, setExit: (code: number) => void): void {
  const scenarios = program.command('scenarios').description('what can be run, and what a subject sees in it');
  const file = () => new Option('--scenario-file <path>', 'a scenario file of your own').argParser(collect).default([], 'none');
  scenarios
    .command('list')
    .description('every scenario with its factors and levels, defaults first')
    .addOption(file())
    .action(async (flags: ShowFlags) => {
      await list(flags, context);
      setExit(exitCodes.done);
    });
  scenarios
    .command('show')
    .argument('<scenario>')
    .description('exactly what a subject is shown in a cell')
    .addOption(file())
    .addOption(new Option('--level <factor=level>', 'level of a factor').argParser(collect).default([], 'defaults'))
    .addOption(new Option('--seed <text>', 'seed of the world').default('show'))
    .addOption(new Option('--family <name>', "the product name that the subject's agents carry").default('Meridian'))
    .addOption(new Option('--json', 'print for machines').default(false))
    .action(async (id: string, flags: ShowFlags) => {
      await show(id, flags, context);
      setExit(exitCodes.done);
    });
}
