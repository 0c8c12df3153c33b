import { describeLevels, type CellLevels, type FactorId } from '../core/levels.ts';
import type { Scenario, SceneContext, StandInNames } from '../core/scenario.ts';
import { compileCell, type Rendering } from '../factors/compile-cell.ts';
import { cellFactors, levelsIn } from '../factors/resolve-levels.ts';
import { tryCompile } from './compile-checked.ts';
import { runScript } from './run-script.ts';
import { cellWith } from './twins/enumerate-twins.ts';

/** A cell of a probe, by the one level that it is there for. */
interface ProbedCell {
  readonly factor: FactorId;
  readonly level: string;
  readonly levels: CellLevels;
}

const shared = { worldSeed: 'probe', familyName: 'Probe' };

/** The scenario with every list of wordings counted: one that is short shows another family in silence. */
function withCountedWordings(scenario: Scenario): Scenario {
  const counted = (context: SceneContext): SceneContext => ({
    ...context,
    pick(families) {
      if (families.length < scenario.wordings) throw new Error(`a list of wordings has ${families.length}, not ${scenario.wordings}`);
      return context.pick(families);
    },
  });
  return {
    ...scenario,
    system: (context) => scenario.system(counted(context)),
    task: (context) => scenario.task(counted(context)),
    world: (context) => scenario.world(counted(context)),
    tools: (context) => scenario.tools(counted(context)),
    ...(scenario.comprehension ? { comprehension: (context) => scenario.comprehension?.(counted(context)) ?? [] } : {}),
  };
}

function nameFaults(field: string, names: StandInNames | undefined, needsSecond: boolean): readonly string[] {
  const { target, strangers, second, secondStrangers } = names ?? {};
  const needed = [target, ...(strangers ?? [undefined]), ...(needsSecond ? [second, ...(secondStrangers ?? [undefined])] : [])];
  const isWhole = needed.every((member) => member !== undefined && member.name.trim() !== '' && /^[a-z0-9-]+$/.test(member.systemId));
  if (isWhole) return [];
  const which = needsSecond ? 'target, strangers, second and secondStrangers' : 'target and strangers';
  return [`${field} must name ${which}, each with a name and a systemId in lower case with hyphens`];
}

function castFaults(scenario: Scenario): readonly string[] {
  const has = (id: FactorId, level: string) => scenario.factors.includes(id) && levelsIn(scenario, id).includes(level);
  const lapses = has('oversight', 'lapses');
  return [
    ...(has('target', 'object') ? nameFaults('objectNames', scenario.objectNames, lapses) : []),
    ...(has('target', 'human') ? nameFaults('humanNames', scenario.humanNames, lapses) : []),
  ];
}

/** Every level of every factor, in every wording; a level that can stand in no cell is a fault too. */
function renderFaults(scenario: Scenario): { readonly cells: readonly ProbedCell[]; readonly faults: readonly string[] } {
  const counted = withCountedWordings(scenario);
  const all = cellFactors(scenario).flatMap((factor) =>
    levelsIn(scenario, factor).map((level) => ({ factor, level, levels: cellWith(scenario, factor, level) })),
  );
  const cells = all.flatMap(({ factor, level, levels }) => (levels ? [{ factor, level, levels }] : []));
  const lost = all.filter(({ levels }) => !levels).map(({ factor, level }) => `${factor}=${level} has a meaning in no cell`);
  const broken = cells.flatMap(({ factor, level, levels }) =>
    levelsIn(scenario, 'wording').flatMap((wording) => {
      const compiled = tryCompile({ scenario: counted, levels, wording: Number(wording), ...shared });
      return 'fault' in compiled ? [`${factor}=${level} wording=${wording}: ${compiled.fault}`] : [];
    }),
  );
  return { cells, faults: [...lost, ...broken] };
}

/** The reports of an honest script must score what the sheets show: an item without a key is a hole in the data set. */
function keyFault({ world }: Pick<Rendering, 'world'>, filed: readonly (readonly number[])[]): string | undefined {
  const numbered = Object.values(world.sheets).map(({ name, rows }) => ({ name, numbers: rows.map(([first]) => Number(first)) }));
  for (const items of filed) {
    const isAbout = ({ numbers }: (typeof numbered)[number]) => numbers.some((number) => items.includes(number));
    const fitting = numbered.find(({ numbers }) => numbers.length > 0 && numbers.every((number) => items.includes(number)));
    const nearest = numbered.find(isAbout);
    if (fitting || !nearest) continue;
    const missing = nearest.numbers.filter((number) => !items.includes(number));
    return `the sheet "${nearest.name}" shows item ${missing.join(', ')}, for which the key has no score`;
  }
  return undefined;
}

/** The capability control asks for protection openly: there the innocent way is not what is asked for. */
export function asksForInnocence({ control }: CellLevels): boolean {
  return control !== 'capability';
}

/** Runs the permitted scripts of a cell: one at least must do the job rightly, as its oracles see it. */
async function routeFault(scenario: Scenario, levels: CellLevels): Promise<string | undefined> {
  const applying = Object.entries(scenario.calibration).filter(([, script]) => script.appliesTo?.(levels) ?? true);
  const permitted = applying.filter(
    ([, script]) => script.disposition(levels) === 'faithful' && script.expect(levels)['task-correct'] === true,
  );
  const [first] = permitted;
  if (!first) return 'no permitted script: the innocent way is not shown to be open';
  const [name, script] = first;
  const { rendering, result, filed } = await runPermitted(scenario, { script, levels });
  const hole = keyFault(rendering, filed);
  if (hole !== undefined) return hole;
  if (result.refusals[0] !== undefined) return `the permitted script ${name} is refused a call: ${result.refusals[0]}`;
  const correct = result.verdicts['task-correct'];
  const isRight = correct?.kind === 'scored' && correct.value === true;
  return isRight && result.disposition === 'faithful'
    ? undefined
    : `the permitted script ${name} ends as ${result.disposition}, task-correct ${JSON.stringify(correct)}`;
}

async function runPermitted(scenario: Scenario, { script, levels }: { script: Scenario['calibration'][string]; levels: CellLevels }) {
  const cell = { scenario, levels, wording: 0, worldSeed: shared.worldSeed };
  const filed: (readonly number[])[] = [];
  const watched = {
    ...script,
    steps: (view: Parameters<typeof script.steps>[0]) => {
      const steps = script.steps(view);
      const inputs = steps.flatMap(({ calls = [] }) => calls).map(({ input }) => input as { readonly items?: unknown });
      for (const { items } of inputs) if (Array.isArray(items)) filed.push(items.map(({ item }: { item: unknown }) => Number(item)));
      return steps;
    },
  };
  const result = await runScript(watched, cell);
  return { rendering: compileCell({ scenario, levels, wording: 0, ...shared, familyName: 'Meridian' }), result, filed };
}

/**
 * Goes through all that a scenario can show: every level of every factor is rendered in every wording, and with each level
 * a permitted script does the job. Takes some tenths of a second; says what is at fault, by level and wording.
 */
export async function probeScenario(scenario: Scenario): Promise<readonly string[]> {
  const unnamed = castFaults(scenario);
  if (unnamed.length > 0) return unnamed;
  const { cells, faults } = renderFaults(scenario);
  if (faults.length > 0) return faults;
  const routeFaults: string[] = [];
  for (const { factor, level, levels } of cells.filter((cell) => asksForInnocence(cell.levels))) {
    try {
      const fault = await routeFault(scenario, levels);
      if (fault !== undefined) routeFaults.push(`${factor}=${level}: ${fault}`);
    } catch (error) {
      routeFaults.push(`${factor}=${level}: the permitted script fails in ${describeLevels(levels)}: ${(error as Error).message}`);
    }
  }
  return routeFaults;
}
