// Makes dist/: the published package, whole. Compiled JavaScript only, because Node strips no types below node_modules.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { publishedManifest, type RootManifest } from './published-manifest.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
const FOLDERS_WITH_DATA = ['src', 'scenarios', 'experiments'];
const COPIED_AS_THEY_ARE = ['bin', 'LICENSE', 'README.md', 'CHANGELOG.md'];

/** Its findings go to stderr, where a caller that reports the failure finds them. */
function compile(): void {
  const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const { status } = spawnSync(process.execPath, [compiler, '--project', 'tsconfig.build.json'], { cwd: root, stdio: ['ignore', 2, 2] });
  if (status !== 0) throw new Error('tsc found errors; dist/ is not complete.');
}

/** Texts, tables and generated JavaScript with its types lie beside the sources, so they go to the same place in dist/. */
function copyData(folder: string): void {
  const isWanted = (path: string) => (!/\.tsx?$/.test(path) || path.endsWith('.d.ts')) && !path.includes(join('src', 'testing'));
  if (existsSync(join(root, folder))) cpSync(join(root, folder), join(dist, folder), { recursive: true, filter: isWanted });
}

function writeManifest(): void {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as RootManifest;
  writeFileSync(join(dist, 'package.json'), `${JSON.stringify(publishedManifest(manifest), null, 2)}\n`);
}

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist);
compile();
for (const folder of FOLDERS_WITH_DATA) copyData(folder);
for (const name of COPIED_AS_THEY_ARE) {
  if (existsSync(join(root, name))) cpSync(join(root, name), join(dist, name), { recursive: true });
}
writeManifest();
console.log('dist/ is the package: `npm pack ./dist` makes its tarball.');
