import type { Command } from 'commander';
import { resolve } from 'node:path';
import { knownFactors } from '../../../factors/known-factors.ts';
import { levelsIn } from '../../../factors/resolve-levels.ts';
import { exitCodes, type CliContext } from '../../context.ts';
import { loadScenarios } from '../../load-scenarios.ts';
import { scenarioFileOption } from '../../run-options.ts';

interface ListFlags {
  readonly scenarioFile: readonly string[];
}

async function list(flags: ListFlags, context: CliContext): Promise<void> {
  const library = await loadScenarios(flags.scenarioFile.map((file) => resolve(file)));
  for (const scenario of library.values()) {
    context.out(`${scenario.id} (version ${scenario.version}, primary verdict ${scenario.primary})`);
    context.out(`  ${scenario.question}`);
    const width = Math.max(...scenario.factors.map((factor) => factor.length)) + 2;
    for (const factor of scenario.factors) {
      const open = scenario.levels?.[factor] === undefined ? knownFactors[factor].open : undefined;
      context.out(`  ${factor.padEnd(width)}${levelsIn(scenario, factor).join(', ')}${open ? ` (${open.means})` : ''}`);
    }
  }
}

export function addListCommand(scenarios: Command, context: CliContext, setExit: (code: number) => void): void {
  scenarios
    .command('list')
    .description('every scenario with its factors and levels, defaults first')
    .addOption(scenarioFileOption())
    .action(async (flags: ListFlags) => {
      await list(flags, context);
      setExit(exitCodes.done);
    });
}
