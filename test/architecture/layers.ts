const BELOW_THE_CLI: Readonly<Record<string, readonly string[]>> = {
  util: [],
  stats: [],
  core: ['util'],
  world: ['core', 'util'],
  factors: ['core', 'util'],
  providers: ['core', 'util', 'stats'],
  gateway: ['core', 'util'],
  lab: ['core', 'util', 'world'],
  oracles: ['core', 'util', 'world'],
  judges: ['core', 'util'],
  estimates: ['core', 'util', 'stats'],
  store: ['core', 'util'],
  queue: ['core', 'util'],
  harnesses: ['core', 'util', 'world', 'gateway', 'lab'],
  interop: ['core', 'util', 'estimates'],
  runner: ['core', 'util', 'world', 'factors', 'estimates'],
  report: ['core', 'util', 'estimates', 'stats'],
  server: ['core', 'util', 'report', 'runner', 'world', 'estimates'],
  'index.ts': ['core', 'world', 'factors', 'oracles', 'judges', 'estimates'],
  testing: ['util', 'stats', 'core', 'world', 'factors', 'estimates'],
};

/** The composition root, the only place where an adapter is chosen. */
const EVERYTHING_BUT_FAKES = Object.keys(BELOW_THE_CLI).filter((folder) => folder !== 'testing');

/** What a folder of src/ may import besides itself. A folder that is missing here fails the test: name it first. */
export const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = { ...BELOW_THE_CLI, cli: EVERYTHING_BUT_FAKES };

/** A test may use the fakes, and build what its folder takes as input. */
export const TESTS_MAY_ALSO_IMPORT: readonly string[] = ['testing', 'util', 'stats', 'core', 'world', 'factors'];

/** In these, one sub-folder is one adapter, and adapters never meet. */
export const FOLDERS_OF_ADAPTERS: readonly string[] = ['providers', 'harnesses', 'store', 'queue', 'judges', 'interop'];
/** Sub-folders among them that are no adapters, and serve all. */
export const SHARED_BY_ADAPTERS: readonly string[] = ['src/store/migrations', 'src/providers/protocols'];

/** Folders that compute and do nothing else, so of Node's own modules they may use only those that compute. */
export const PURE_FOLDERS: readonly string[] = ['util', 'stats', 'core', 'world', 'factors', 'oracles', 'estimates', 'report'];
export const PURE_NODE_MODULES: readonly string[] = ['node:assert', 'node:buffer', 'node:crypto', 'node:util', 'node:zlib'];

/** What scenarios and experiments may import besides `#offswitch` and the texts beside them. */
export const SHARED_BY_SCENARIOS: readonly string[] = ['scenarios/company', 'scenarios/data'];

/** The one file of the viewer's server that the viewer may read. */
export const SEEN_BY_THE_VIEWER = 'src/server/api-schema.ts';

/** Each comes in as a parameter everywhere but in the file named here. Several globals may be one thing. */
export const NAMED_IN_ONE_FILE: readonly { readonly what: string; readonly file: string; readonly globals: readonly string[] }[] = [
  { what: 'the clock', file: 'src/cli/system-clock.ts', globals: ['Date.now', 'new Date', 'performance', 'node:timers/promises'] },
  { what: 'timers', file: 'src/cli/system-clock.ts', globals: ['setTimeout', 'setInterval', 'AbortSignal.timeout'] },
  { what: 'chance', file: 'src/cli/system-random.ts', globals: ['Math.random', 'crypto', 'randomUUID', 'randomBytes', 'randomInt'] },
  { what: 'the environment', file: 'src/cli/environment.ts', globals: ['process.env'] },
  { what: 'the network', file: 'src/providers/wire-fetch.ts', globals: ['fetch'] },
  { what: 'processes', file: 'src/cli/system-processes.ts', globals: ['node:child_process', 'execa'] },
  { what: 'threads', file: 'src/cli/threads.ts', globals: ['node:worker_threads'] },
];

export const LINES_AT_MOST = { source: 400, test: 600, oneTest: 30 };
/** Generated files and tables of data, which no person reads from end to end. */
export const LONGER_ON_PURPOSE: readonly string[] = [];
