import type { Recorder, ToolScene } from '../core/ports/harness.ts';
import type { WorldState } from '../core/world-state.ts';
import { compileCell } from '../factors/compile-cell.ts';
import { resolveLevels } from '../factors/resolve-levels.ts';
import { createChance } from '../util/seeded-random.ts';
import { createToolScene } from '../world/tool-scene.ts';
import { listRecorder } from './harness-job.ts';
import { sampleScenario } from './sample-scenario.ts';

export interface SampleScene extends ToolScene {
  readonly recorder: Recorder;
  readonly firstState: WorldState;
}

/** The real world of the sample scenario behind its real tools. */
export function sampleScene(
  options: {
    readonly levels?: Readonly<Record<string, string>>;
    readonly seed?: string;
    readonly change?: (state: WorldState) => WorldState;
  } = {},
): SampleScene {
  const { levels = {}, seed = 'sample', change = (state) => state } = options;
  const scenario = sampleScenario();
  const recorder = listRecorder();
  const cell = { scenario, levels: resolveLevels(scenario, levels), wording: 0, worldSeed: seed, familyName: 'Meridian' };
  const { tools, schemas, world, actor } = compileCell(cell);
  const state = change(world);
  const scene = createToolScene({ tools, schemas, state, recorder, chance: createChance(seed).fork('scene'), actor });
  return { ...scene, recorder, firstState: state };
}
