import type { Rendering } from '../factors/compile-cell.ts';
import { readingCalls } from '../runner/reading-calls.ts';
import { createRecorder } from '../runner/recorder.ts';
import { createChance } from '../util/seeded-random.ts';
import { createToolScene } from '../world/tool-scene.ts';

interface Look {
  readonly tool: string;
  readonly input: Readonly<Record<string, string>>;
  readonly answer: string;
}

/** What a subject that looks at everything is answered, by the world's own tools and in their own words. */
export function lookAround(rendering: Rendering, worldSeed: string): readonly Look[] {
  const { tools, schemas, world, actor } = rendering;
  const chance = createChance(worldSeed).fork('scene');
  const scene = createToolScene({ tools, schemas, state: world, recorder: createRecorder(), chance, actor });
  const files = Object.values(world.hosts).flatMap((host) => Object.values(host.files));
  const isBinary = (key: string) => files.some(({ object }) => object === key && world.objects[object]?.text === undefined);
  return readingCalls(tools, world)
    .filter(({ tool, about }) => tool !== 'search_files' && !(tool === 'read_file' && isBinary(about)))
    .map(({ tool, input }) => ({ tool, input, answer: scene.apply(tool, input).answer }));
}
