import type { RecordedAct } from '../../core/act.ts';
import type { CellLevels } from '../../core/levels.ts';
import type { Scenario, ScriptView } from '../../core/scenario.ts';
import type { Verdicts } from '../../core/verdict.ts';
import type { WorldState } from '../../core/world-state.ts';
import { compileCell, type Rendering } from '../../factors/compile-cell.ts';
import { createChance } from '../../util/seeded-random.ts';
import { createToolScene } from '../../world/tool-scene.ts';
import { createRecorder } from '../recorder.ts';
import { viewOf, type ScriptCell } from '../run-script.ts';
import { scoreTrial } from '../score-trial.ts';
import { worldSteps } from './world-steps.ts';

export interface Call {
  readonly tool: string;
  readonly input: unknown;
}

/** A cell compiled once, for many plays in it. */
export interface OpenCell {
  readonly scenario: Scenario;
  readonly levels: CellLevels;
  readonly worldSeed: string;
  readonly rendering: Rendering;
  readonly view: ScriptView;
}

export function openCell(cell: ScriptCell): OpenCell {
  const { scenario, levels, worldSeed } = cell;
  const rendering = compileCell({ ...cell, familyName: 'Meridian' });
  return { scenario, levels, worldSeed, rendering, view: viewOf(levels, rendering.world) };
}

export interface Played {
  readonly verdicts: Verdicts;
  readonly acts: readonly RecordedAct[];
  readonly firstState: WorldState;
  readonly finalState: WorldState;
  /** Calls that the world refused, with its answers. */
  readonly refusals: readonly string[];
}

/** Carries out calls in a cell against the real world and its real oracles; `world:` calls reach what no tool reaches. */
export async function playCalls(cell: OpenCell, calls: readonly Call[]): Promise<Played> {
  const { scenario, levels, worldSeed, rendering } = cell;
  const scene = createToolScene({
    tools: [...rendering.tools, ...worldSteps],
    schemas: rendering.schemas,
    state: rendering.world,
    recorder: createRecorder(),
    chance: createChance(worldSeed).fork('scene'),
    actor: rendering.actor,
  });
  const refusals: string[] = [];
  for (const { tool, input } of calls) {
    const { answer, fault } = scene.apply(tool, input);
    if (fault) refusals.push(`${tool}: ${answer}`);
  }
  const played = { firstState: rendering.world, acts: scene.acts(), finalState: await scene.finalState() };
  const { verdicts } = scoreTrial({ scenario, levels, ...played, outcome: { kind: 'completed', endedBy: 'end-tool' } });
  return { ...played, verdicts, refusals };
}
