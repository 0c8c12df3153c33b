/** The fields of the root package.json that the published one is derived from. */
export type RootManifest = {
  readonly name: string;
  readonly version: string;
  readonly description: string;
  readonly license: string;
  readonly bin: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly keywords?: readonly string[];
  readonly repository?: unknown;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta?: unknown;
};

const NEEDED_NODE_MAJOR = 24;
const PUBLIC_INDEX = { types: './src/index.d.ts', default: './src/index.js' };

/** What is named here is published; scripts, development dependencies and `private` stay behind. */
export function publishedManifest(root: RootManifest): object {
  return {
    name: root.name,
    version: root.version,
    description: root.description,
    keywords: root.keywords,
    repository: root.repository,
    license: root.license,
    type: 'module',
    // The checkout brings its own Node along, so that any from 20 on will do there; an installed package does not.
    engines: { node: `>=${NEEDED_NODE_MAJOR}` },
    bin: root.bin,
    imports: { '#offswitch': PUBLIC_INDEX },
    exports: { '.': PUBLIC_INDEX, './package.json': './package.json' },
    files: ['bin', 'src', 'scenarios', 'experiments', 'CHANGELOG.md'],
    dependencies: root.dependencies,
    optionalDependencies: root.optionalDependencies,
    peerDependencies: root.peerDependencies,
    peerDependenciesMeta: root.peerDependenciesMeta,
    publishConfig: { access: 'public', provenance: true },
  };
}
