import type { Recorder, Scene } from '../core/ports/harness.ts';
import type { PlannedTrial } from '../core/trial.ts';
import type { Rendering } from '../factors/compile-cell.ts';
import { createChance } from '../util/seeded-random.ts';
import { createToolScene } from '../world/tool-scene.ts';

/** The world of a trial as it is at its beginning, with chance that is the same whenever it is opened. */
export function openScene(rendering: Rendering, trial: Pick<PlannedTrial, 'worldSeed'>, recorder: Recorder): Scene {
  const { tools, schemas, world, actor } = rendering;
  const chance = createChance(trial.worldSeed).fork('scene');
  return createToolScene({ tools, schemas, state: world, recorder, chance, actor });
}
