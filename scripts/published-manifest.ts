/** The fields of the root package.json that the published one is derived from. */
export type RootManifest = {
  readonly name: string;
  readonly version: string;
  readonly description: string;
  readonly license: string;
  readonly engines: Readonly<Record<string, string>>;
  readonly bin: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly keywords?: readonly string[];
  readonly repository?: unknown;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta?: unknown;
};

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
    engines: root.engines,
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
