import { UsageError } from '../core/errors.ts';
import type { Experiment } from '../core/experiment.ts';
import type { Scenario } from '../core/scenario.ts';
import type { Cell, PlannedTrial, Subject } from '../core/trial.ts';
import { renderingHash, type Rendering } from '../factors/compile-cell.ts';
import { levelsIn } from '../factors/resolve-levels.ts';
import { contentHash } from '../util/content-hash.ts';
import { createChance } from '../util/seeded-random.ts';
import { compileChecked } from './compile-checked.ts';
import { expandArms, fixedWording, type PlannedArm } from './expand-cells.ts';
import { scenarioOf, type ScenarioLibrary } from './scenario-library.ts';

export interface PlanOptions {
  readonly experiment: Experiment;
  readonly library: ScenarioLibrary;
  readonly subjects: readonly Subject[];
  /** Levels from the command line. */
  readonly overrides: Readonly<Record<string, string | readonly string[]>>;
  readonly seed: number;
  /** Version of the program: tool answers and nudges are its own texts. */
  readonly instrument?: string | undefined;
  readonly repeats: number;
  /** At most so many trials, rounded down to whole blocks. */
  readonly limit?: number | undefined;
}

/** An experiment expanded: a pure function of it, the scenarios, the subjects and the seed. */
export interface Plan {
  readonly question: string;
  readonly cells: readonly Cell[];
  readonly subjects: readonly Subject[];
  /** Every cell with every subject that it is for: one trial of each makes a block. */
  readonly arms: readonly PlannedArm[];
  readonly comprehension: boolean;
  readonly seed: number;
  readonly repeats: number;
  /** Blocks that this plan runs; fewer than `repeats` under a limit. */
  readonly blocks: number;
  readonly trialsPerBlock: number;
  /** What the run's hash covers. */
  readonly identity: Readonly<Record<string, unknown>>;
  readonly library: ScenarioLibrary;
  /** Block after block; within a block in a seeded random order. */
  trials(): Generator<PlannedTrial>;
  /** The trial of one arm in one block. */
  trialAt(arm: { readonly cell: Cell; readonly subject: Subject }, block: number): PlannedTrial;
  /** What the subject of a trial is given. */
  render(trial: Pick<PlannedTrial, 'cell' | 'wording' | 'worldSeed' | 'subject' | 'block'>): Rendering;
}

function countBlocks({ repeats, limit }: PlanOptions, trialsPerBlock: number): number {
  if (limit === undefined) return repeats;
  if (limit < trialsPerBlock) {
    throw new UsageError(
      `--limit ${limit} is less than one block, which has ${trialsPerBlock} trials (one of every cell and subject): give at least ${trialsPerBlock}`,
    );
  }
  return Math.min(repeats, Math.floor(limit / trialsPerBlock));
}

/** Enough worlds that whatever a seed may draw is drawn in one of them. */
const CONTENT_WORLDS = 16;

/** Hash of everything that a scenario can show in these cells, over its wordings and many worlds: texts, tools, limits. */
function contentsOf(scenario: Scenario, cells: readonly Cell[]): string {
  const wordings = levelsIn(scenario, 'wording').map(Number);
  const hashOf = (levels: Cell['levels'], wording: number, world: number) =>
    renderingHash(compileChecked({ scenario, levels, wording, worldSeed: `contents ${world}`, familyName: 'Contents', block: world }));
  const [first] = cells;
  const worlds = Array.from({ length: CONTENT_WORLDS }, (_, world) => world);
  const drawn = first ? worlds.flatMap((world) => wordings.map((wording) => hashOf(first.levels, wording, world))) : [];
  const shown = cells.flatMap(({ levels }) => wordings.map((wording) => hashOf(levels, wording, 0)));
  return contentHash({ version: scenario.version, drawn, shown });
}

function scenarioContents(cells: readonly Cell[], library: ScenarioLibrary): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...Map.groupBy(cells, (cell) => cell.scenario)].map(([id, group]) => [id, contentsOf(scenarioOf(library, id), group)]),
  );
}

const byId = (left: { readonly id: string }, right: { readonly id: string }) => (left.id < right.id ? -1 : 1);

function subjectIdentity({ id, harness, settings, familyName, endpoint, traits }: Subject) {
  return { id, harness, settings, familyName, endpoint, ...(traits === undefined ? {} : { traits }) };
}

function pairsOf(arms: readonly PlannedArm[]): readonly (readonly [string, string])[] {
  const pairs = arms.map(({ cell, subject }) => [cell.id, subject.id] as const);
  return pairs.sort((left, right) => (left.join() < right.join() ? -1 : 1));
}

/** The order in which cells and subjects are named makes no other run. */
function identityOf(options: PlanOptions, arms: readonly PlannedArm[], wording: number | undefined): Readonly<Record<string, unknown>> {
  const { experiment, subjects, seed, library, instrument } = options;
  const cells = new Map(arms.map(({ cell }) => [cell.id, cell]));
  const sorted = [...cells.values()].sort(byId);
  return {
    question: experiment.question,
    contrasts: experiment.contrasts ?? 'all',
    ...(experiment.gatekeeping === undefined ? {} : { gatekeeping: experiment.gatekeeping }),
    ...(experiment.limits === undefined ? {} : { limits: experiment.limits }),
    cells: sorted.map((cell) => cell.id),
    wording: wording ?? 'rotates',
    scenarios: scenarioContents(sorted, library),
    subjects: [...subjects].sort(byId).map(subjectIdentity),
    // Said only where not every cell is for every subject.
    ...(arms.length === cells.size * subjects.length ? {} : { arms: pairsOf(arms) }),
    seed,
    instrument,
  };
}

/** Arms and what bounds them, settled: all that trials are made of. */
export interface PlanParts {
  readonly question: string;
  readonly arms: readonly PlannedArm[];
  /** The wording of every block; undefined where it rotates. */
  readonly wording: number | undefined;
  readonly limits: Experiment['limits'];
  readonly comprehension: boolean;
  readonly seed: number;
  readonly repeats: number;
  readonly blocks: number;
  readonly identity: Readonly<Record<string, unknown>>;
  readonly library: ScenarioLibrary;
}

/** A plan from its parts. It renders a trial once to know its id; whoever runs it gets that rendering, which is not kept beyond. */
export function assemblePlan(parts: PlanParts): Plan {
  const { question, arms, wording, limits, comprehension, seed, repeats, blocks, identity, library } = parts;
  const cells = [...new Map(arms.map(({ cell }) => [cell.id, cell])).values()];
  const subjects = [...new Map(arms.map(({ subject }) => [subject.id, subject])).values()];
  const order = createChance(`order ${seed}`);
  const rendered = new WeakMap<object, Rendering>();
  const render: Plan['render'] = (trial) => {
    const { cell, wording: family, worldSeed, subject, block } = trial;
    const scenario = scenarioOf(library, cell.scenario);
    const { familyName } = subject;
    const known = rendered.get(trial);
    rendered.delete(trial);
    return known ?? compileChecked({ scenario, levels: cell.levels, wording: family, worldSeed, familyName, block, limits });
  };

  const plannedTrial = ({ cell, subject }: PlannedArm, block: number): PlannedTrial => {
    const family = wording ?? block % scenarioOf(library, cell.scenario).wordings;
    const worldSeed = contentHash({ seed, scenario: cell.scenario, block });
    const rendering = render({ cell, wording: family, worldSeed, subject, block });
    const id = contentHash({
      cell: cell.id,
      rendering: renderingHash(rendering),
      subject: subjectIdentity(subject),
      block,
      worldSeed,
    });
    const trial = { id, cell, subject, block, wording: family, worldSeed };
    rendered.set(trial, rendering);
    return trial;
  };

  return {
    question,
    cells,
    subjects,
    arms,
    comprehension,
    seed,
    repeats,
    blocks,
    trialsPerBlock: arms.length,
    identity,
    library,
    trialAt: plannedTrial,
    render,
    *trials() {
      for (let block = 0; block < blocks; block += 1) {
        for (const arm of order.fork(block).shuffled(arms, ({ cell, subject }) => `${cell.id} ${subject.id}`))
          yield plannedTrial(arm, block);
      }
    },
  };
}

/**
 * Expands an experiment into trials.
 * @throws UsageError for what is unknown or has no meaning, for a text that forgets a level of a cell, and for a limit below
 * one block
 */
export function makePlan(options: PlanOptions): Plan {
  const { experiment, library, subjects, seed, overrides, repeats } = options;
  if (subjects.length === 0) throw new UsageError('no model was given: name one with --model, such as --model organism:complier');
  const arms = expandArms(experiment, library, { overrides, subjects });
  const wording = fixedWording({ ...experiment.levels, ...overrides });
  return assemblePlan({
    question: experiment.question,
    arms,
    wording,
    limits: experiment.limits,
    comprehension: experiment.comprehension,
    seed,
    repeats,
    blocks: countBlocks(options, arms.length),
    identity: identityOf(options, arms, wording),
    library,
  });
}

/** The id of a run: a hash of its identity, and of how often it was started afresh. */
export function runIdOf(identity: Readonly<Record<string, unknown>>, freshness: number): string {
  return contentHash(freshness === 0 ? { identity } : { identity, freshness }).slice(0, 16);
}
