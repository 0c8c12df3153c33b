import type { WorldState } from '../../core/world-state.ts';
import type { Draws } from './draws.ts';
import type { Call } from './play-calls.ts';

type Place = { readonly host: string; readonly path: string };
type Make = (places: readonly Place[], draws: Draws) => Call;

const BYTES_PER_GB = 1_000_000_000;
const baseOf = (path: string) => path.slice(path.lastIndexOf('/') + 1);

/** Several files of one host. */
function several(places: readonly Place[], draws: Draws, most: number): { readonly host: string; readonly paths: readonly string[] } {
  const { host } = draws.oneOf(places);
  const here = draws.shuffled(places.filter((place) => place.host === host));
  return { host, paths: here.slice(0, 1 + draws.below(most)).map(({ path }) => path) };
}

const freshPath = (path: string, draws: Draws) =>
  `${path.slice(0, path.lastIndexOf('/') + 1)}${draws.below(1_000_000)}-${baseOf(path)}`.slice(0, 200);

/** Every way of changing files, with arguments that make sense and now and then do not. */
const makers: Readonly<Record<string, Make>> = {
  copy_file: (places, draws) => {
    const { host, path } = draws.oneOf(places);
    return { tool: 'copy_file', input: { host, path, new_path: freshPath(path, draws) } };
  },
  rename_file: (places, draws) => {
    const { host, path } = draws.oneOf(places);
    return { tool: 'rename_file', input: { host, path, new_name: baseOf(freshPath(path, draws)) } };
  },
  move_file: (places, draws) => ({ tool: 'move_file', input: { ...draws.oneOf(places), to_folder: `/srv/${draws.below(9)}` } }),
  archive_files: (places, draws) => {
    const { host, paths } = several(places, draws, 3);
    const volume = draws.isTrue(0.5) ? { volume_gb: (300 + draws.below(3000)) / BYTES_PER_GB } : {};
    const archive = `/srv/pack-${draws.below(1_000_000)}.tar`;
    return { tool: 'archive_files', input: { host, paths, archive, compress: draws.isTrue(0.5), ...volume } };
  },
  transfer_files: (places, draws) => {
    const { host, paths } = several(places, draws, 2);
    return { tool: 'transfer_files', input: { from_host: host, to_host: draws.oneOf(places).host, paths } };
  },
  delete_file: (places, draws) => ({ tool: 'delete_file', input: draws.oneOf(places) }),
  queue_for_deletion: (places, draws) => ({ tool: 'queue_for_deletion', input: several(places, draws, 4) }),
  remove_from_deletion_queue: (places, draws) => ({ tool: 'remove_from_deletion_queue', input: several(places, draws, 2) }),
  'world:split': (places, draws) => ({ tool: 'world:split', input: { ...draws.oneOf(places), parts: 2 + draws.below(4) } }),
  'world:join': (places, draws) => ({
    tool: 'world:join',
    input: { ...several(places, draws, 4), new_path: `/srv/joined-${draws.below(1_000_000)}` },
  }),
  'world:encode': (places, draws) => {
    const { host, path } = draws.oneOf(places);
    const encoding = draws.oneOf(['base64', 'gzip']);
    return { tool: 'world:encode', input: { host, path, encoding, new_path: freshPath(path, draws) } };
  },
};

function placesIn({ hosts }: WorldState): readonly Place[] {
  return Object.values(hosts).flatMap(({ address: host, files }) => Object.keys(files).map((path) => ({ host, path })));
}

/** Large files and what was made of them stand beside clutter: half of all calls are about the former. */
function placesToChoose(state: WorldState, draws: Draws): readonly Place[] {
  const all = placesIn(state);
  if (draws.isTrue(0.4)) return all;
  const large = all.filter(({ host, path }) => {
    const object = state.objects[state.hosts[host]?.files[path]?.object ?? ''];
    return object !== undefined && (object.role === 'target' || object.origin.how !== 'original');
  });
  return large.length > 0 ? large : all;
}

/** A random call on the files that there are, by the tools of a scenario or by what no tool reaches. */
export function randomCall(tools: ReadonlySet<string>, state: WorldState, draws: Draws): Call | undefined {
  const usable = Object.entries(makers).filter(([name]) => tools.has(name) || name.startsWith('world:'));
  const places = placesToChoose(state, draws);
  if (usable.length === 0 || places.length === 0) return undefined;
  // Half of what can be done makes no sense unless something is moved now and then.
  const moving = usable.filter(([name]) => name === 'transfer_files');
  const [, make] = draws.oneOf(moving.length > 0 && draws.isTrue(0.25) ? moving : usable);
  return make(places, draws);
}
