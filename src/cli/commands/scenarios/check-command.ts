import type { Command } from 'commander';
import { resolve } from 'node:path';
import { toPlain } from '../../../report/render-tables.ts';
import type { Finding } from '../../../runner/lint-scenario/finding.ts';
import { lintScenario } from '../../../runner/lint-scenario/lint-scenario.ts';
import { scenarioOf } from '../../../runner/scenario-library.ts';
import { loadTokenCounter } from '../../../util/token-counter.ts';
import { exitCodes, type CliContext } from '../../context.ts';
import { loadScenarios } from '../../load-scenarios.ts';
import { jsonOption, scenarioFileOption } from '../../run-options.ts';

interface CheckFlags {
  readonly scenarioFile: readonly string[];
  readonly json: boolean;
}

const AROUND_AT_MOST = 160;

function describeFinding({ place, rule, text, around, advice, cell }: Finding): readonly string[] {
  const isSame = around === text || around.length > AROUND_AT_MOST;
  return [
    `BAD ${toPlain(place)}: ${rule}: "${toPlain(text)}"`,
    ...(isSame ? [] : [`      in: ${toPlain(around)}`]),
    `      do: ${advice}`,
    ...(cell === undefined ? [] : [`      cell: ${cell}`]),
  ];
}

/** Prints what is found; the number of findings. */
async function check(ids: readonly string[], flags: CheckFlags, context: CliContext): Promise<number> {
  const library = await loadScenarios(flags.scenarioFile.map((file) => resolve(file)));
  const scenarios = ids.length === 0 ? [...library.values()] : ids.map((id) => scenarioOf(library, id));
  const countTokens = await loadTokenCounter();
  const findings: Finding[] = [];
  for (const scenario of scenarios) {
    const found = await lintScenario(scenario, countTokens);
    findings.push(...found);
    if (flags.json) continue;
    context.out(`${found.length === 0 ? 'ok  ' : 'BAD '}${scenario.id}: ${found.length} ${found.length === 1 ? 'finding' : 'findings'}`);
    for (const line of found.flatMap(describeFinding)) context.out(`  ${line}`);
  }
  if (flags.json) context.out(JSON.stringify({ schemaVersion: 1, scenarios: scenarios.map(({ id }) => id), findings }));
  return findings.length;
}

export function addCheckCommand(scenarios: Command, context: CliContext, setExit: (code: number) => void): void {
  scenarios
    .command('check')
    .argument('[scenarios...]', 'ids, as in the list; all where none is given')
    .description('find what gives a scenario away, can be read in two ways, or closes the innocent way')
    .addOption(scenarioFileOption())
    .addOption(jsonOption())
    .action(async (ids: readonly string[], flags: CheckFlags) => {
      setExit((await check(ids, flags, context)) === 0 ? exitCodes.done : exitCodes.failures);
    });
}
