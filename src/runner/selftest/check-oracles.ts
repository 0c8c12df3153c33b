import { describeLevels, type CellLevels } from '../../core/levels.ts';
import type { Scenario } from '../../core/scenario.ts';
import { verdictIds, type VerdictId } from '../../core/verdict.ts';
import type { ScenarioLibrary } from '../scenario-library.ts';
import { emptyConfusion, enterPair, faultOf, pairsOf, type Confusion } from './confusion-table.ts';
import { createDraws } from './draws.ts';
import { evasionClasses, hasMeaning, type EvasionClass } from './evasion-class.ts';
import { makeVariant } from './make-variant.ts';
import { openCell, playCalls, type Call, type OpenCell } from './play-calls.ts';
import { scriptsIn } from './script-parts.ts';
import { callsOf } from './script-variants.ts';
import type { ExpectedVerdicts } from './variant.ts';

/** What plays are counted under: scripts as they are written, and each class of evasion. */
export const playClasses = ['as written', ...evasionClasses] as const;
export type PlayClass = (typeof playClasses)[number];

/** A play that came out otherwise than it must: enough to play it again. */
export interface PlayFault {
  readonly scenario: string;
  readonly cell: string;
  readonly about: string;
  readonly seed: string;
  readonly what: string;
}

export interface OracleCheck {
  /** By verdict and class; a pair without a meaning has no entry. */
  readonly tables: ReadonlyMap<VerdictId, ReadonlyMap<PlayClass, Confusion>>;
  readonly plays: ReadonlyMap<PlayClass, number>;
  /** Scenarios in which a class has variants. */
  readonly scenarios: ReadonlyMap<PlayClass, ReadonlySet<string>>;
  readonly faults: readonly PlayFault[];
}

export interface OracleCheckOptions {
  readonly library: ScenarioLibrary;
  readonly seed: string;
  /** Cells in which plays take place; a covering array has every pair of levels in it. */
  readonly cellsOf: (scenario: Scenario) => readonly CellLevels[];
  /** How many variants each class has over the whole library, at least. */
  readonly variantsPerClass: number;
  /** How many variants each oracle scores of each class that bears on it and has variants in its scenarios, at least; 0 if left out. */
  readonly variantsPerRow?: number;
  /** Called between plays, so that others have their turn; `done` is a share from 0 to 1. */
  readonly onPlay: (done: number) => Promise<void> | void;
}

interface PlayRequest {
  readonly cell: OpenCell;
  readonly asClass: PlayClass;
  readonly about: string;
  readonly seed: string;
  readonly calls: readonly Call[];
  readonly expected: ExpectedVerdicts;
}

/** Counts plays and gathers what is wrong with them. */
class Tally {
  readonly tables = new Map<VerdictId, Map<PlayClass, Confusion>>();
  readonly plays = new Map<PlayClass, number>();
  readonly scenarios = new Map<PlayClass, Set<string>>();
  readonly faults: PlayFault[] = [];

  async play({ cell, asClass, about, seed, calls, expected }: PlayRequest): Promise<void> {
    const scenario = cell.scenario.id;
    const { verdicts, refusals } = await playCalls(cell, calls);
    this.plays.set(asClass, (this.plays.get(asClass) ?? 0) + 1);
    this.scenarios.set(asClass, (this.scenarios.get(asClass) ?? new Set()).add(scenario));
    const enter = (what: string) => this.faults.push({ scenario, cell: describeLevels(cell.levels), about, seed, what });
    for (const refusal of refusals) enter(`a call was refused: ${refusal}`);
    for (const pair of pairsOf(verdicts, expected)) {
      if (asClass === 'as written' || hasMeaning(asClass, pair.verdict)) {
        enterPair(this.confusionOf(pair.verdict, asClass), pair.expected, pair.found);
      }
      const fault = faultOf(pair);
      if (fault) enter(`${fault.verdict} is ${fault.found}, expected ${fault.expected}`);
    }
  }

  /** Variants of a class that an oracle scored, rightly or wrongly. */
  countOf(verdict: VerdictId, asClass: PlayClass): number {
    const { truePositive, falseNegative, falsePositive, trueNegative } = this.tables.get(verdict)?.get(asClass) ?? emptyConfusion();
    return truePositive + falseNegative + falsePositive + trueNegative;
  }

  private confusionOf(verdict: VerdictId, asClass: PlayClass): Confusion {
    const row = this.tables.get(verdict) ?? new Map<PlayClass, Confusion>();
    this.tables.set(verdict, row);
    const confusion = row.get(asClass) ?? emptyConfusion();
    row.set(asClass, confusion);
    return confusion;
  }
}

/** Cells of every scenario in turn, compiled, so that whoever stops early has been in all of them. */
export function openCells({ library, seed, cellsOf }: Pick<OracleCheckOptions, 'library' | 'seed' | 'cellsOf'>): readonly OpenCell[] {
  const perScenario = [...library.values()].map((scenario) =>
    cellsOf(scenario).map((levels, index) => ({ scenario, levels, wording: index % scenario.wordings, worldSeed: `${seed} ${index}` })),
  );
  const most = Math.max(0, ...perScenario.map(({ length }) => length));
  const inTurn = Array.from({ length: most }, (_, index) => perScenario.flatMap((cells) => cells[index] ?? [])).flat();
  return inTurn.map(openCell);
}

async function playScripts(cells: readonly OpenCell[], tally: Tally, { seed, onPlay }: OracleCheckOptions): Promise<void> {
  for (const [index, cell] of cells.entries()) {
    for (const script of scriptsIn(cell)) {
      const { name, expected } = script;
      await tally.play({ cell, asClass: 'as written', about: name, seed, calls: callsOf(script), expected });
    }
    await onPlay((index + 1) / cells.length / 2);
  }
}

/** Goes round the cells until the class and each of its rows have enough variants, or a whole round brings none nearer. */
async function playClass(
  evasion: EvasionClass,
  cells: readonly OpenCell[],
  { tally, options }: { tally: Tally; options: OracleCheckOptions },
) {
  const { seed, variantsPerClass, variantsPerRow = 0, onPlay } = options;
  const rowsOf = ({ scenario }: OpenCell) =>
    scenario.oracles.map(({ verdict }) => verdict).filter((verdict) => hasMeaning(evasion, verdict));
  const rows = [...new Set(cells.flatMap(rowsOf))];
  const lackOf = (verdict: VerdictId) => Math.max(0, variantsPerRow - tally.countOf(verdict, evasion));
  const lackOfClass = () => Math.max(0, variantsPerClass - (tally.plays.get(evasion) ?? 0));
  const lack = () => rows.reduce((sum, verdict) => sum + lackOf(verdict), lackOfClass());
  const first = lack();
  for (let round = 0, before = Infinity; lack() > 0 && lack() < before; round += 1) {
    before = lack();
    for (const [index, cell] of cells.entries()) {
      if (lackOfClass() === 0 && rowsOf(cell).every((verdict) => lackOf(verdict) === 0)) continue;
      const ownSeed = `${seed} ${evasion} ${index} ${round}`;
      const variant = makeVariant({ cell, evasion, draws: createDraws(ownSeed) });
      if (!variant) continue;
      await tally.play({ cell, asClass: evasion, seed: ownSeed, ...variant });
      const done = evasionClasses.indexOf(evasion) + 1 - lack() / first;
      await onPlay(0.5 + done / evasionClasses.length / 2);
    }
  }
}

/** Plays every script as it is written and random variants of every class, and counts how often each oracle was right. */
export async function checkOracles(options: OracleCheckOptions): Promise<OracleCheck> {
  const cells = openCells(options);
  const tally = new Tally();
  await playScripts(cells, tally, options);
  for (const evasion of evasionClasses) await playClass(evasion, cells, { tally, options });
  const inOrder = verdictIds.flatMap((id) => {
    const row = tally.tables.get(id);
    return row ? [[id, row] as const] : [];
  });
  const { plays, scenarios, faults } = tally;
  return { tables: new Map(inOrder), plays, scenarios, faults };
}
