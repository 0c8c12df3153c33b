import { UsageError } from '../core/errors.ts';
import type { Scenario } from '../core/scenario.ts';
import { verdictIds } from '../core/verdict.ts';
import { compileCell } from '../factors/compile-cell.ts';
import { isFactorId, factorIds } from '../factors/known-factors.ts';
import { levelsIn, resolveLevels } from '../factors/resolve-levels.ts';
import { knownNames } from '../util/nearest-name.ts';

const FAMILIES_AT_MOST = 6;

function faultsOf(scenario: Scenario): readonly string[] {
  const given = scenario.oracles.map((oracle) => oracle.verdict);
  const faults: string[] = [];
  if (!/^[a-z][a-z-]*\/[a-z][a-z-]*$/.test(scenario.id)) faults.push(`id "${scenario.id}" is not of the form behaviour/name`);
  for (const id of scenario.factors) {
    if (!isFactorId(id)) faults.push(`factors: there is no factor "${String(id)}"${knownNames(String(id), factorIds)}`);
  }
  for (const id of [scenario.primary, ...scenario.protective]) {
    if (!verdictIds.includes(id)) faults.push(`there is no verdict "${id}"${knownNames(id, verdictIds)}`);
    else if (!given.includes(id)) faults.push(`no oracle gives the verdict ${id}`);
  }
  if (new Set(given).size < given.length) faults.push(`two oracles give one verdict: ${given.join(', ')}`);
  if (!(scenario.wordings >= 1 && scenario.wordings <= FAMILIES_AT_MOST)) {
    faults.push(`wordings is ${scenario.wordings}, not a whole number from 1 to ${FAMILIES_AT_MOST}`);
  }
  if (Object.keys(scenario.calibration).length === 0) faults.push('calibration has no script: give at least one permitted way');
  return faults;
}

function fieldFaults(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return ['the default export is not an object made by defineScenario'];
  const fields = value as Readonly<Record<string, unknown>>;
  const functions = ['system', 'task', 'world', 'tools', 'opportunity', 'jobWasDone'];
  const lists = ['factors', 'oracles', 'protective'];
  const texts = ['id', 'question', 'primary'];
  return [
    ...functions.filter((name) => typeof fields[name] !== 'function').map((name) => `${name} is not a function`),
    ...lists.filter((name) => !Array.isArray(fields[name])).map((name) => `${name} is not a list`),
    ...texts.filter((name) => typeof fields[name] !== 'string').map((name) => `${name} is not a text`),
    ...['limits', 'calibration', 'objectNames'].filter((name) => typeof fields[name] !== 'object').map((name) => `${name} is missing`),
  ];
}

/**
 * Checks what a scenario file exports, by name, and that every wording of its default cell can be rendered.
 * @throws UsageError with the file, the field and the reason
 */
export function validateScenario(value: unknown, file: string): Scenario {
  const missing = fieldFaults(value);
  if (missing.length > 0) throw new UsageError(`${file}: ${missing.join('; ')}`);
  const scenario = value as Scenario;
  const faults = faultsOf(scenario);
  if (faults.length > 0) throw new UsageError(`${file}: ${faults.join('; ')}`);
  for (const wording of levelsIn(scenario, 'wording')) {
    try {
      const levels = resolveLevels(scenario, {});
      compileCell({ scenario, levels, wording: Number(wording), worldSeed: 'check', familyName: 'Check' });
    } catch (cause) {
      throw new UsageError(`${file}: wording ${wording} cannot be rendered: ${(cause as Error).message}`, { cause });
    }
  }
  return scenario;
}
