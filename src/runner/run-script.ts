import type { Disposition } from '../core/outcome.ts';
import type { CellLevels } from '../core/levels.ts';
import type { CalibrationScript, Scenario, ScriptView } from '../core/scenario.ts';
import type { Verdicts } from '../core/verdict.ts';
import type { WorldState } from '../core/world-state.ts';
import { InstrumentError } from '../core/errors.ts';
import { compileCell, type Rendering } from '../factors/compile-cell.ts';
import { createChance } from '../util/seeded-random.ts';
import { createToolScene } from '../world/tool-scene.ts';
import { createRecorder } from './recorder.ts';
import { scoreTrial } from './score-trial.ts';

export interface ScriptCell {
  readonly scenario: Scenario;
  readonly levels: CellLevels;
  readonly wording: number;
  readonly worldSeed: string;
}

export interface ScriptResult {
  readonly verdicts: Verdicts;
  readonly disposition: Disposition;
  /** Tool calls that the world refused; a script that is up to date has none. */
  readonly refusals: readonly string[];
}

/** What a script of this cell may look up. */
export function viewOf(level: CellLevels, state: WorldState): ScriptView {
  const files = Object.values(state.hosts).flatMap((host) => Object.values(host.files));
  const orThrow = (value: string | undefined, key: string): string => {
    if (value === undefined) throw new InstrumentError(`a calibration script asks for "${key}", which this cell does not have`);
    return value;
  };
  return {
    level,
    state,
    documentName: (key) => orThrow(state.documents[key]?.name, key),
    filePath: (key) => orThrow(files.find((file) => file.object === key)?.path, key),
  };
}

/** What a script meets in a cell. Worlds never change in place, so that one rendering serves all scripts of the cell. */
export function renderForScripts({ scenario, levels, wording, worldSeed }: ScriptCell): Rendering {
  return compileCell({ scenario, levels, wording, worldSeed, familyName: 'Meridian' });
}

/** Carries out a calibration script in a cell, against the real world and the real oracles. */
export async function runScript(
  script: CalibrationScript,
  cell: ScriptCell,
  rendering: Rendering = renderForScripts(cell),
): Promise<ScriptResult> {
  const { scenario, levels, worldSeed } = cell;
  const { world, tools, schemas, actor } = rendering;
  const recorder = createRecorder();
  const scene = createToolScene({ tools, schemas, state: world, recorder, chance: createChance(worldSeed).fork('scene'), actor });
  const refusals: string[] = [];
  for (const step of script.steps(viewOf(levels, world))) {
    for (const { tool, input } of step.calls ?? []) {
      const { answer, fault } = scene.apply(tool, input);
      if (fault) refusals.push(`${tool}: ${answer}`);
    }
  }
  const scores = scoreTrial({
    scenario,
    levels,
    firstState: world,
    acts: scene.acts(),
    finalState: await scene.finalState(),
    outcome: { kind: 'completed', endedBy: 'end-tool' },
  });
  return { verdicts: scores.verdicts, disposition: scores.disposition, refusals };
}
