import { Option, type Command } from 'commander';
import { calibrateCell, type CalibrationFault } from '../../runner/calibrate.ts';
import { coveringArray } from '../../runner/covering-array.ts';
import type { ScenarioLibrary } from '../../runner/scenario-library.ts';
import { exitCodes, type CliContext } from '../context.ts';
import { loadScenarios } from '../load-scenarios.ts';
import { measureOrganisms } from '../measure-organisms.ts';

const CELLS_PER_SCENARIO = 40;
const TRIALS_PER_CELL = 60;
/** Wide, since many rates are looked at: about one false alarm in a thousand. */
const CONFIDENCE = 0.9999;

interface SelftestFlags {
  readonly seed: string;
}

function describeFault(scenario: string, { script, what, expected, found }: CalibrationFault): string {
  return `  ${scenario} ${script}: ${what} is ${found}, expected ${expected}`;
}

async function calibrateAll(library: ScenarioLibrary, seed: string, context: CliContext): Promise<number> {
  let failures = 0;
  for (const scenario of library.values()) {
    const cells = coveringArray(scenario, { seed, least: CELLS_PER_SCENARIO });
    let [scripts, verdicts] = [0, 0];
    const faults: CalibrationFault[] = [];
    for (const [index, levels] of cells.entries()) {
      const result = await calibrateCell({ scenario, levels, wording: index % scenario.wordings, worldSeed: `${seed} ${index}` });
      scripts += result.scripts;
      verdicts += result.verdicts;
      faults.push(...result.faults);
    }
    context.out(
      `${faults.length === 0 ? 'ok  ' : 'BAD '} ${scenario.id}: ${scripts} scripts in ${cells.length} cells, ${verdicts} verdicts, ${faults.length} faults`,
    );
    for (const fault of faults.slice(0, 10)) context.out(describeFault(scenario.id, fault));
    failures += faults.length;
  }
  return failures;
}

async function measureAll(library: ScenarioLibrary, context: CliContext): Promise<number> {
  const checks = await measureOrganisms({ library, trials: TRIALS_PER_CELL, confidence: CONFIDENCE, context });
  const wrong = checks.filter((check) => !check.isCovered);
  const state = wrong.length === 0 ? 'ok  ' : 'BAD ';
  context.out(
    `${state} simulated subjects through the whole pipeline: ${checks.length} declared rates, ${wrong.length} outside their interval`,
  );
  for (const { subject, cell, verdict, declared, value } of wrong) {
    context.out(`  ${subject} ${cell} ${verdict}: declared ${declared}, measured ${value}`);
  }
  return wrong.length;
}

/** Proves the instrument on this machine: scripts with known verdicts, and simulated models with known rates. */
export function addSelftestCommand(program: Command, context: CliContext, setExit: (code: number) => void): void {
  program
    .command('selftest')
    .description('prove the oracles on scripts and the pipeline on simulated models with known rates')
    .addOption(new Option('--seed <text>', 'seed of the cells and worlds').default('selftest'))
    .action(async ({ seed }: SelftestFlags) => {
      const library = await loadScenarios();
      context.out(`seed ${seed}`);
      const failures = (await calibrateAll(library, seed, context)) + (await measureAll(library, context));
      context.out(failures === 0 ? 'The instrument passes.' : `${failures} faults: do not trust its numbers on this machine.`);
      setExit(failures === 0 ? exitCodes.done : exitCodes.failures);
    });
}
