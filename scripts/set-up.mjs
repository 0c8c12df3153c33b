// Brings node_modules (and with it the Node that the project runs on) up to date before another npm script starts.
// Plain JavaScript for Node 20, and a `pre*` script of its own: a shell that has looked `node` up once keeps that path,
// so `set-up && next-step` would run the next step under the machine's Node.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const stampPath = join(root, 'node_modules', '.offswitch-set-up');
const nodePath = join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');

const DEMO_INTRODUCTION = `The demo runs two scenarios against three simulated models and prints a table of rates and effects.
It needs no key and no network for the models.`;

function hashOfLock() {
  const lock = readFileSync(join(root, 'package-lock.json'));
  return `${process.platform}-${process.arch} ${createHash('sha256').update(lock).digest('hex')}`;
}

function isUpToDate(wanted) {
  return existsSync(stampPath) && existsSync(nodePath) && readFileSync(stampPath, 'utf8') === wanted;
}

function install() {
  // One string: npm is a shell script on Windows, and Node refuses to start those from an argument list.
  return spawnSync('npm install --no-save --loglevel=error --no-audit --no-fund', { cwd: root, stdio: 'inherit', shell: true });
}

function fail(message) {
  console.error(`offswitch set-up: ${message}`);
  process.exit(1);
}

const wanted = hashOfLock();
const upToDate = isUpToDate(wanted);

if (process.argv[2] === 'demo') {
  const duration = upToDate ? 'Expect half a minute or less.' : 'Expect about a minute: the dependencies are installed first.';
  console.log(`${DEMO_INTRODUCTION} ${duration}\n`);
}

if (!upToDate) {
  const { status, error } = install();
  if (status !== 0)
    fail(`npm install failed${error ? `: ${error.message}` : ''}. Its messages are above; run \`npm install\` to see all of them.`);
  if (!existsSync(nodePath)) {
    fail(
      `npm install did not leave Node in ${nodePath}. The package \`node\` fetches it in its install script: ` +
        'if `npm config get ignore-scripts` says true, run `npm rebuild node --ignore-scripts=false`.',
    );
  }
  writeFileSync(stampPath, wanted);
}
