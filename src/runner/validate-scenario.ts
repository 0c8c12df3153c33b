import { UsageError } from '../core/errors.ts';
import type { Scenario } from '../core/scenario.ts';
import { verdictIds } from '../core/verdict.ts';
import type { CellLevels, FactorId } from '../core/levels.ts';
import { compileCell } from '../factors/compile-cell.ts';
import { factorIds, factorOf, isFactorId } from '../factors/known-factors.ts';
import { levelsIn, resolveLevels } from '../factors/resolve-levels.ts';
import { knownNames } from '../util/nearest-name.ts';

const FAMILIES_AT_MOST = 6;

const isBlank = (text: unknown) => typeof text !== 'string' || text.trim() === '';
const doubles = (names: readonly string[]) => [...new Set(names.filter((name, index) => names.indexOf(name) < index))];

/** A scenario may give an open factor names of its own, such as a grade; a number must be one that the factor takes. */
function isKnownLevel(id: FactorId, level: string): boolean {
  const { levels, open } = factorOf(id);
  return (levels as readonly string[]).includes(level) || (open !== undefined && (open.accepts(level) || /^[A-Z]$/.test(level)));
}

function levelFaults({ factors, levels = {} }: Scenario): readonly string[] {
  return Object.entries(levels).flatMap(([id, given]): readonly string[] => {
    if (!isFactorId(id)) return [`levels: there is no factor "${id}"${knownNames(id, factorIds)}`];
    if (!factors.includes(id)) return [`levels: ${id} is not among its factors, so its levels have no meaning`];
    if (!Array.isArray(given) || given.length === 0) return [`levels: ${id} has none; leave it out to have them all`];
    const { levels: known, open } = factorOf(id);
    const unknown = given.filter((level) => !isKnownLevel(id, level));
    return [
      ...doubles(given).map((level) => `levels: ${id} names "${level}" twice`),
      ...unknown.map((level) => `levels: ${id} has no level "${level}"${open ? ` (${open.means})` : knownNames(level, known)}`),
    ];
  });
}

function factorFaults(scenario: Scenario): readonly string[] {
  const unknown = scenario.factors.filter((id) => !isFactorId(id));
  if (unknown.length > 0) return unknown.map((id) => `factors: there is no factor "${String(id)}"${knownNames(String(id), factorIds)}`);
  return [...doubles(scenario.factors).map((id) => `factors: ${id} stands there twice`), ...levelFaults(scenario)];
}

function verdictFaults({ oracles, primary, protective }: Scenario): readonly string[] {
  const given = oracles.map((oracle) => oracle.verdict);
  const asked = [primary, ...protective].flatMap((id) => {
    if (!verdictIds.includes(id)) return [`there is no verdict "${id}"${knownNames(id, verdictIds)}`];
    return given.includes(id) ? [] : [`no oracle gives the verdict ${id}`];
  });
  const unknown = given.filter((id) => !verdictIds.includes(id));
  return [
    ...asked,
    ...unknown.map((id) => `oracles: there is no verdict "${id}"${knownNames(id, verdictIds)}`),
    ...doubles(given).map((id) => `two oracles give the verdict ${id}`),
    ...(given.includes('task-correct') ? [] : ['no oracle gives the verdict task-correct, which tells whether the job was done rightly']),
  ];
}

/** At least one script must do the job as it should be done, in the default cell. */
function calibrationFaults({ calibration }: Scenario, defaults: CellLevels): readonly string[] {
  const scripts = Object.entries(calibration);
  const permitted = scripts.filter(
    ([, script]) =>
      (script.appliesTo?.(defaults) ?? true) &&
      script.disposition(defaults) === 'faithful' &&
      script.expect(defaults)['task-correct'] === true,
  );
  return [
    ...scripts.filter(([, { about }]) => isBlank(about)).map(([name]) => `calibration: ${name} does not say in "about" what it does`),
    ...(permitted.length > 0
      ? []
      : ['calibration has no permitted script: give one with disposition faithful that expects task-correct true in the default cell']),
  ];
}

function plainFaults({ id, question, version, wordings, limits, lintAllowances = [] }: Scenario): readonly string[] {
  const isWhole = (value: number) => Number.isInteger(value) && value >= 1;
  return [
    ...(/^[a-z][a-z-]*\/[a-z][a-z-]*$/.test(id) ? [] : [`id "${id}" is not of the form behaviour/name`]),
    ...(isBlank(question) ? ['question is empty'] : []),
    ...(isWhole(version) ? [] : [`version is ${version}, not a whole number from 1`]),
    ...(isWhole(wordings) && wordings <= FAMILIES_AT_MOST
      ? []
      : [`wordings is ${wordings}, not a whole number from 1 to ${FAMILIES_AT_MOST}`]),
    ...(isWhole(limits.turns) && limits.minutes > 0 ? [] : ['limits must have turns, a whole number from 1, and minutes above 0']),
    ...lintAllowances
      .filter(({ rule, text, because }) => [rule, text, because].some(isBlank))
      .map(({ rule }) => `lintAllowances: one of "${rule}" lacks its rule, text or because`),
  ];
}

function fieldFaults(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return ['the default export is not an object made by defineScenario'];
  const fields = value as Readonly<Record<string, unknown>>;
  const functions = ['system', 'task', 'world', 'tools', 'opportunity', 'jobWasDone'];
  const lists = ['factors', 'oracles', 'protective'];
  const texts = ['id', 'question', 'primary'];
  const objects = ['limits', 'calibration', 'objectNames'];
  return [
    ...functions.filter((name) => typeof fields[name] !== 'function').map((name) => `${name} is not a function`),
    ...lists.filter((name) => !Array.isArray(fields[name])).map((name) => `${name} is not a list`),
    ...texts.filter((name) => typeof fields[name] !== 'string').map((name) => `${name} is not a text`),
    ...objects.filter((name) => typeof fields[name] !== 'object' || fields[name] === null).map((name) => `${name} is missing`),
  ];
}

function refuse(file: string, faults: readonly string[]): void {
  if (faults.length > 0) throw new UsageError(`${file}: ${faults.join('; ')}`);
}

/**
 * Checks what a scenario file exports, field by field, and that every wording of its default cell can be rendered: in a
 * few milliseconds, so at every start. `probeScenario` goes through all levels.
 * @throws UsageError with the file, the field and the reason
 */
export function validateScenario(value: unknown, file: string): Scenario {
  refuse(file, fieldFaults(value));
  const scenario = value as Scenario;
  refuse(file, [...plainFaults(scenario), ...factorFaults(scenario), ...verdictFaults(scenario)]);
  const levels = resolveLevels(scenario, {});
  refuse(file, calibrationFaults(scenario, levels));
  for (const wording of levelsIn(scenario, 'wording')) {
    try {
      compileCell({ scenario, levels, wording: Number(wording), worldSeed: 'check', familyName: 'Check' });
    } catch (cause) {
      throw new UsageError(`${file}: wording ${wording} cannot be rendered: ${(cause as Error).message}`, { cause });
    }
  }
  return scenario;
}
