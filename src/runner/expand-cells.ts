import { UsageError } from '../core/errors.ts';
import type { CellGroup, Experiment } from '../core/experiment.ts';
import { describeLevels, type FactorId } from '../core/levels.ts';
import type { Scenario } from '../core/scenario.ts';
import type { Cell, Subject, SubjectTrait } from '../core/trial.ts';
import { levelsIn, resolveLevels, tryResolveLevels } from '../factors/resolve-levels.ts';
import { knownNames } from '../util/nearest-name.ts';
import { scenarioOf, type ScenarioLibrary } from './scenario-library.ts';

type LevelLists = Readonly<Record<string, string | readonly string[]>>;

/** Every combination of one level of each factor. */
function combinations(lists: LevelLists): readonly Readonly<Record<string, string>>[] {
  return Object.entries(lists).reduce<Record<string, string>[]>(
    (rows, [factor, levels]) => {
      const choices = typeof levels === 'string' ? [levels] : levels;
      return rows.flatMap((row) => choices.map((level) => ({ ...row, [factor]: level })));
    },
    [{}],
  );
}

function toCell(scenario: Scenario, asked: Readonly<Record<string, string>>): Cell {
  const levels = resolveLevels(scenario, asked);
  return { id: `${scenario.id} ${describeLevels(levels)}`, scenario: scenario.id, levels };
}

/** Levels from the command line that a scenario has, each by itself. */
function hasAll(scenario: Scenario, overrides: LevelLists): boolean {
  return Object.entries(overrides).every(([id, levels]) => {
    const known = scenario.factors.includes(id as FactorId) ? levelsIn(scenario, id as FactorId) : [];
    return [levels].flat().every((level) => known.includes(level));
  });
}

/**
 * The cell of an experiment with what the command line says. Where the cell is sound without that, the cell is named, and
 * no further level is advised, since it would go to all the other cells too.
 */
function overriddenCell(scenario: Scenario, asked: Readonly<Record<string, string>>, overrides: LevelLists): Cell {
  const own = Object.fromEntries(Object.entries(asked).filter(([id]) => overrides[id] === undefined));
  try {
    return toCell(scenario, asked);
  } catch (error) {
    const isOfBoth = Object.keys(own).length > 0 && tryResolveLevels(scenario, own) !== undefined && hasAll(scenario, overrides);
    if (!(error instanceof UsageError) || !isOfBoth) throw error;
    const given = Object.keys(overrides).map((id) => `--level ${id}=${asked[id]}`);
    const cell = `${scenario.id} ${describeLevels(own)}`;
    const reason = error.message.replace(/: add --level \S+$/, '');
    throw new UsageError(
      `the experiment's cell "${cell}" cannot have ${given.join(' ')}: ${reason}; leave that level out, or write an experiment without the cell`,
      { cause: error },
    );
  }
}

function askedWording({ wording: asked }: LevelLists): string | undefined {
  if (asked === undefined || typeof asked === 'string') return asked;
  if (asked.length !== 1) {
    throw new UsageError(`wording belongs to the block: give one level of it, not ${asked.join(', ')}, or none to let it rotate`);
  }
  return asked[0];
}

/** The wording that every block is to have, or undefined where it rotates. */
export function fixedWording(lists: LevelLists): number | undefined {
  const asked = askedWording(lists);
  return asked === undefined ? undefined : Number(asked);
}

function checkWording(scenario: Scenario, asked: string | undefined): void {
  const known = levelsIn(scenario, 'wording');
  if (asked === undefined || known.includes(asked)) return;
  throw new UsageError(`${scenario.id} has no wording "${asked}"${knownNames(asked, known)}`);
}

function withoutWording(lists: LevelLists): LevelLists {
  const { wording: _wording, ...rest } = lists;
  return rest;
}

function isFor({ subjectsWith, subjectsWithout }: Partial<CellGroup>, traits: readonly SubjectTrait[]): boolean {
  if (subjectsWith !== undefined && !traits.includes(subjectsWith)) return false;
  return subjectsWithout === undefined || !traits.includes(subjectsWithout);
}

/** The groups of an experiment as its author wrote them: whole scenarios first, then cells by name. */
function groupsOf(experiment: Experiment, library: ScenarioLibrary): readonly CellGroup[] {
  const groups = [
    ...experiment.scenarios.map((scenario) => ({ scenario, levels: experiment.levels })),
    ...experiment.cells.map((group) => ({ ...group, levels: { ...experiment.levels, ...group.levels } })),
  ];
  if (groups.length === 0) {
    throw new UsageError(`no scenario was given${knownNames('', [...library.keys()])}: name one with --scenario, or an experiment file`);
  }
  const strayed = experiment.cells.find(({ levels }) => levels.wording !== undefined);
  if (strayed)
    throw new UsageError(`wording belongs to the block: give it in the levels of the experiment, not in cells of ${strayed.scenario}`);
  return groups;
}

/**
 * The cells of an experiment that are for a subject, without doubles, in the order in which they are written.
 * `overrides` come from the command line and replace what the experiment says of a factor.
 * @throws UsageError for unknown scenarios, factors and levels, and for none at all
 */
export function expandCells(
  experiment: Experiment,
  library: ScenarioLibrary,
  { overrides, traits = [] }: { readonly overrides: LevelLists; readonly traits?: readonly SubjectTrait[] },
): readonly Cell[] {
  const groups = groupsOf(experiment, library).filter((group) => isFor(group, traits));
  const cells = groups.flatMap(({ scenario: id, levels }) => {
    const scenario = scenarioOf(library, id);
    const lists = { ...levels, ...overrides };
    checkWording(scenario, askedWording(lists));
    return combinations(withoutWording(lists)).map((asked) => overriddenCell(scenario, asked, withoutWording(overrides)));
  });
  return [...new Map(cells.map((cell) => [cell.id, cell])).values()];
}

/** One cell of one subject. */
export interface PlannedArm {
  readonly cell: Cell;
  readonly subject: Subject;
}

/** Every cell with every subject that it is for. */
export function expandArms(
  experiment: Experiment,
  library: ScenarioLibrary,
  { overrides, subjects }: { readonly overrides: LevelLists; readonly subjects: readonly Subject[] },
): readonly PlannedArm[] {
  const ofSubject = subjects.map((subject) => expandCells(experiment, library, { overrides, traits: subject.traits ?? [] }));
  const cells = [...new Map(ofSubject.flat().map((cell) => [cell.id, cell])).values()];
  const known = ofSubject.map((own) => new Set(own.map(({ id }) => id)));
  return cells.flatMap((cell) => subjects.filter((_subject, index) => known[index]?.has(cell.id)).map((subject) => ({ cell, subject })));
}
