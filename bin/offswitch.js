#!/usr/bin/env node
// The launcher. Plain JavaScript that Node 16 can run, because its first task is to find a Node that can run the rest.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import module, { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const NEEDED_MAJOR = 24;
const USAGE_EXIT_CODE = 2;
const launcher = fileURLToPath(import.meta.url);
const packageRoot = join(dirname(launcher), '..');

function majorOf(version) {
  return Number(version.replace(/^v/, '').split('.')[0]);
}

/** The Node that a `node` package brings along, looked up the way that a file in `folder` would import it. */
function nodeInstalledFor(folder) {
  try {
    const manifestPath = createRequire(join(folder, 'resolve-from-here.js')).resolve('node/package.json');
    const manifest = JSON.parse(readFileSync(manifestPath, 'utf8'));
    const program = join(dirname(manifestPath), 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
    return majorOf(manifest.version) >= NEEDED_MAJOR && existsSync(program) ? program : undefined;
  } catch {
    return undefined;
  }
}

function runMain() {
  // Sources are stripped and compiled once and not at each start, which takes more than half of it.
  module.enableCompileCache?.();
  const built = join(packageRoot, 'src', 'cli', 'main.js');
  const source = join(packageRoot, 'src', 'cli', 'main.ts');
  return import(pathToFileURL(existsSync(built) ? built : source).href)
    .then(({ main }) => main(process.argv.slice(2)))
    .then((exitCode) => {
      process.exitCode = exitCode;
    });
}

function runUnder(program) {
  // The channel carries nothing: it breaks when this process is killed, and the child then stops by itself.
  const stdio = ['inherit', 'inherit', 'inherit', 'ipc'];
  const child = spawn(program, [...process.execArgv, launcher, ...process.argv.slice(2)], { stdio });
  // A terminal sends Ctrl-C to the whole process group: passing it on as well would reach the child twice.
  const isOnTerminal = Boolean(process.stdin.isTTY || process.stdout.isTTY || process.stderr.isTTY);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      if (signal !== 'SIGINT' || !isOnTerminal) child.kill(signal);
    });
  }
  child.on('error', (error) => {
    console.error(`offswitch: could not start ${program}: ${error.message}`);
    process.exit(USAGE_EXIT_CODE);
  });
  child.on('exit', (code, signal) => {
    if (signal === null) process.exit(code);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}

function explainWhatIsNeeded() {
  const command = ['npx', '--yes', `node@${NEEDED_MAJOR}`, relative(process.cwd(), launcher) || launcher, ...process.argv.slice(2)];
  const quoted = command.map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replace(/'/g, `'\\''`)}'`));
  console.error(
    `offswitch needs Node ${NEEDED_MAJOR} or newer; this is Node ${process.version.slice(1)}.\n` +
      `This command works here:\n\n  ${quoted.join(' ')}\n\n` +
      `Or add it to your project once, with \`npm install --save-dev node@${NEEDED_MAJOR}\`: \`npx offswitch\` then finds it by itself.`,
  );
  process.exitCode = USAGE_EXIT_CODE;
}

if (majorOf(process.version) >= NEEDED_MAJOR) {
  await runMain();
} else {
  const program = nodeInstalledFor(packageRoot) || nodeInstalledFor(process.cwd());
  if (program) runUnder(program);
  else explainWhatIsNeeded();
}
