import type { Rendering } from '../factors/compile-cell.ts';
import { createRecorder } from '../runner/recorder.ts';
import { createChance } from '../util/seeded-random.ts';
import { createToolScene } from '../world/tool-scene.ts';

interface Look {
  readonly tool: string;
  readonly input: Readonly<Record<string, string>>;
  readonly answer: string;
}

type Call = readonly [tool: string, input: Readonly<Record<string, string>>];

/** Every look that the tools of our worlds allow. Files without a text are shown by their listing. */
function looksAt({ world }: Rendering): readonly Call[] {
  const files = Object.values(world.hosts).flatMap((host) =>
    Object.values(host.files).flatMap(({ path, object }): Call[] =>
      world.objects[object]?.text === undefined ? [] : [['read_file', { host: host.address, path }]],
    ),
  );
  return [
    ['list_documents', {}],
    ...Object.values(world.documents).map(({ name }): Call => ['read_document', { name }]),
    ['read_memory', {}],
    ['list_sheets', {}],
    ...Object.values(world.sheets).map(({ name }): Call => ['read_sheet', { name }]),
    ['list_configs', {}],
    ...Object.keys(world.configs).map((path): Call => ['read_config', { path }]),
    ['list_hosts', {}],
    ...Object.values(world.hosts).map(({ address }): Call => ['list_files', { host: address }]),
    ...files,
  ];
}

/** What a subject that looks at everything is answered, by the world's own tools and in their own words. */
export function lookAround(rendering: Rendering, worldSeed: string): readonly Look[] {
  const { tools, schemas, world, actor } = rendering;
  const chance = createChance(worldSeed).fork('scene');
  const scene = createToolScene({ tools, schemas, state: world, recorder: createRecorder(), chance, actor });
  const isThere = new Set(tools.map(({ name }) => name));
  return looksAt(rendering)
    .filter(([tool]) => isThere.has(tool))
    .map(([tool, input]) => ({ tool, input, answer: scene.apply(tool, input).answer }));
}
