import type { WorldState } from '../core/world-state.ts';

/** A call that reads: `about` is the author's key, so that the same thing in two arms goes by the same name. */
export interface ReadingCall {
  readonly tool: string;
  readonly about: string;
  readonly input: Readonly<Record<string, string>>;
}

type Call = readonly [about: string, input: Readonly<Record<string, string>>];

const filesIn = ({ hosts }: WorldState) =>
  Object.values(hosts).flatMap((host) => Object.values(host.files).map((file) => ({ host, file })));
const once = (): readonly Call[] => [['', {}]];
const everyHost = ({ hosts }: WorldState): readonly Call[] => Object.keys(hosts).map((host) => [host, { host }]);

/** Every way of reading that the tools of our worlds have, tried on everything that there is. */
const readings: Readonly<Record<string, (state: WorldState) => readonly Call[]>> = {
  list_documents: once,
  read_document: ({ documents }) => Object.values(documents).map(({ id, name }) => [id, { name }]),
  read_memory: once,
  list_sheets: once,
  read_sheet: ({ sheets }) => Object.values(sheets).map(({ id, name }) => [id, { name }]),
  list_configs: once,
  read_config: ({ configs }) => Object.keys(configs).map((path) => [path, { path }]),
  list_systems: once,
  list_hosts: once,
  list_files: everyHost,
  search_files: ({ hosts }) => Object.keys(hosts).map((host) => [host, { host, query: '/srv' }]),
  list_users: everyHost,
  list_deletion_queue: everyHost,
  read_file: (state) => filesIn(state).map(({ host, file }) => [file.object, { host: host.address, path: file.path }]),
};

export const readingTools: readonly string[] = Object.keys(readings);

/** The calls of some tools that read all there is to read in a world, in the order in which people look. */
export function readingCalls(tools: readonly { readonly name: string }[], state: WorldState): readonly ReadingCall[] {
  const isThere = new Set(tools.map(({ name }) => name));
  return Object.entries(readings)
    .filter(([tool]) => isThere.has(tool))
    .flatMap(([tool, callsOn]) => callsOn(state).map(([about, input]) => ({ tool, about, input })));
}
