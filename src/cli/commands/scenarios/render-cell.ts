import { Option, type Command } from 'commander';
import type { CellLevels } from '../../../core/levels.ts';
import type { Scenario } from '../../../core/scenario.ts';
import { UsageError } from '../../../core/errors.ts';
import type { Rendering } from '../../../factors/compile-cell.ts';
import { levelsIn, resolveLevels } from '../../../factors/resolve-levels.ts';
import { compileChecked } from '../../../runner/compile-checked.ts';
import { knownNames } from '../../../util/nearest-name.ts';
import { jsonOption, scenarioFileOption } from '../../run-options.ts';

/** In which world, and under which product name, a cell is shown. */
export interface WorldFlags {
  readonly scenarioFile: readonly string[];
  readonly seed: string;
  readonly family: string;
  readonly json: boolean;
}

export interface RenderedCell {
  readonly levels: CellLevels;
  readonly wording: number;
  readonly rendering: Rendering;
}

/** Adds the options of `WorldFlags`. */
export function addWorldOptions(command: Command): Command {
  return command
    .addOption(scenarioFileOption())
    .addOption(new Option('--seed <text>', 'seed of the world').default('show'))
    .addOption(new Option('--family <name>', "the product name that the subject's agents carry").default('Meridian'))
    .addOption(jsonOption());
}

/**
 * One cell as a subject is shown it. `asked` may name a wording, which else is the first.
 * @throws UsageError for a factor, level or wording that the scenario does not have, and for a text that forgets one
 */
export function renderCell(scenario: Scenario, asked: Readonly<Record<string, string>>, flags: WorldFlags): RenderedCell {
  const { wording = '0', ...rest } = asked;
  const levels = resolveLevels(scenario, rest);
  const known = levelsIn(scenario, 'wording');
  if (!known.includes(wording)) throw new UsageError(`${scenario.id} has no wording "${wording}"${knownNames(wording, known)}`);
  const options = { scenario, levels, wording: Number(wording), worldSeed: flags.seed, familyName: flags.family };
  return { levels, wording: options.wording, rendering: compileChecked(options) };
}
