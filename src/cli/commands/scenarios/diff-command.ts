import { Option, type Command } from 'commander';
import { resolve } from 'node:path';
import { diffCells } from '../../../runner/twins/diff-cells.ts';
import { loadTokenCounter, TOKEN_ENCODING } from '../../../util/token-counter.ts';
import { exitCodes, type CliContext } from '../../context.ts';
import { loadScenarios } from '../../load-scenarios.ts';
import { parseCells } from './parse-cells.ts';
import { addWorldOptions, renderCell, type WorldFlags } from './render-cell.ts';
import { renderDifference } from './render-difference.ts';

interface DiffFlags extends WorldFlags {
  readonly wording?: string;
}

/** Prints how two cells differ; false where they differ outside the slots of the factors that they differ in. */
async function showDifference(cells: readonly string[], flags: DiffFlags, context: CliContext): Promise<boolean> {
  const library = await loadScenarios(flags.scenarioFile.map((file) => resolve(file)));
  const { scenario, ...asked } = parseCells(cells, library);
  const shared = flags.wording === undefined ? {} : { wording: flags.wording };
  const left = renderCell(scenario, { ...shared, ...asked.left }, flags);
  const right = renderCell(scenario, { ...shared, ...asked.right }, flags);
  const withWording = ({ levels, wording, rendering }: typeof left) => ({ levels: { ...levels, wording: String(wording) }, rendering });
  const difference = diffCells({ left: withWording(left), right: withWording(right), countTokens: await loadTokenCounter() });
  if (flags.json) {
    const cell = ({ levels, wording }: typeof left) => ({ levels, wording });
    const head = { schemaVersion: 1, scenario: scenario.id, seed: flags.seed, encoding: TOKEN_ENCODING };
    context.out(JSON.stringify({ ...head, cells: { left: cell(left), right: cell(right) }, ...difference }));
  } else {
    const wordings = [left.wording, right.wording] as const;
    const head = { scenario: scenario.id, wordings, seed: flags.seed, left: left.levels, right: right.levels };
    for (const line of renderDifference(head, difference, context.isTerminal && context.isStyled)) context.out(line);
  }
  return difference.stray.length + difference.strayAnswers.length === 0;
}

export function addDiffCommand(scenarios: Command, context: CliContext, setExit: (code: number) => void): void {
  const command = scenarios
    .command('diff')
    .argument('<cells...>', "two cells such as 'exfiltration/transfer record=good', or a scenario and two lists of levels")
    .description('how two cells differ in what a subject is shown, word by word, and in which slots');
  addWorldOptions(command)
    .addOption(new Option('--wording <n>', 'paraphrase family of both; 0 where neither cell names one'))
    .action(async (cells: readonly string[], flags: DiffFlags) => {
      setExit((await showDifference(cells, flags, context)) ? exitCodes.done : exitCodes.failures);
    });
}
