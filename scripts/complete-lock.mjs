// A registry may lack some platforms' builds of a tool; a lock made against it then lacks them too, and `npm ci` refuses
// the lock. This adds the missing optional entries, and drops addresses so that the lock serves any registry.
// With --check it changes nothing, reports what it would do and exits 1.
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const OPERATING_SYSTEMS = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'];
const PROCESSORS = ['arm64', 'arm', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64'];

/** What a platform package's name says of where it runs: `linux-arm-musleabihf` -> linux, arm, musl. */
function platformOf(packageName) {
  const words = packageName.toLowerCase().split(/[^a-z0-9]+/);
  const os = words.includes('windows') ? 'win32' : OPERATING_SYSTEMS.find((name) => words.includes(name));
  const cpu = PROCESSORS.find((name) => words.includes(name));
  const libc = words.some((word) => word.startsWith('musl')) ? 'musl' : 'glibc';
  const namesLibc = os === 'linux' && words.some((word) => /^(musl|gnu)/.test(word));
  return { os: os && [os], cpu: cpu && [cpu], libc: namesLibc ? [libc] : undefined };
}

/** Node's own lookup: a dependency lies in the package's own node_modules or in that of any package around it. */
function lockedVersion(packages, dependentPath, name) {
  for (let path = dependentPath; ; path = path.slice(0, Math.max(0, path.lastIndexOf('/node_modules/')))) {
    const found = packages[path === '' ? `node_modules/${name}` : `${path}/node_modules/${name}`];
    if (found) return found.version;
    if (path === '') return undefined;
  }
}

function missingEntries(packages) {
  const missing = {};
  for (const [path, dependent] of Object.entries(packages)) {
    for (const [name, range] of Object.entries(dependent.optionalDependencies ?? {})) {
      const found = lockedVersion({ ...packages, ...missing }, path, name);
      const isExact = /^\d/.test(range);
      if (found === range || (found !== undefined && !isExact)) continue;
      const place = found === undefined ? '' : `${path}/`;
      const { os, cpu, libc } = platformOf(name);
      // In npm's own order, so that its next write of the lock changes nothing here; JSON leaves out what is undefined.
      missing[`${place}node_modules/${name}`] = { version: range.replace(/^[~^]/, ''), cpu, dev: dependent.dev, libc, optional: true, os };
    }
  }
  return missing;
}

function completed(lock) {
  const entries = Object.entries({ ...lock.packages, ...missingEntries(lock.packages) })
    .map(([path, { resolved, ...entry }]) => [path, /^https?:/.test(resolved ?? 'https:') ? entry : { ...entry, resolved }])
    .sort(([a], [b]) => a.localeCompare(b, 'en'));
  return { ...lock, packages: Object.fromEntries(entries) };
}

const isCheck = process.argv.includes('--check');
const lockPath = resolve(
  process.argv.slice(2).find((word) => !word.startsWith('--')) ?? fileURLToPath(new URL('../package-lock.json', import.meta.url)),
);
const text = readFileSync(lockPath, 'utf8');
const lock = JSON.parse(text);
const missing = Object.keys(missingEntries(lock.packages));
const addressed = Object.values(lock.packages).filter(({ resolved }) => /^https?:/.test(resolved ?? '')).length;

if (missing.length === 0 && addressed === 0) {
  console.log(`${lockPath} is complete: ${Object.keys(lock.packages).length} entries.`);
} else if (isCheck) {
  console.error(`${lockPath} lacks ${missing.length} optional platform packages and holds ${addressed} addresses:`);
  for (const path of missing) console.error(`  ${path}`);
  console.error('Run `npm run complete-lock` and commit the lock.');
  process.exitCode = 1;
} else {
  writeFileSync(lockPath, `${JSON.stringify(completed(lock), null, 2)}\n`);
  console.log(`Added ${missing.length} optional platform packages and dropped ${addressed} addresses.`);
}
