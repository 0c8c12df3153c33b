// The gate: every tool runs, also after one has failed, so that one run shows everything that is to be mended.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';

type Step = { readonly name: string; readonly program: string; readonly arguments: readonly string[] };

const root = fileURLToPath(new URL('..', import.meta.url));
const installed = (name: string) => join(root, 'node_modules', '.bin', name);

const STEPS: readonly Step[] = [
  { name: 'lock', program: process.execPath, arguments: ['scripts/complete-lock.mjs', '--check'] },
  { name: 'types', program: installed('tsc'), arguments: ['--noEmit'] },
  { name: 'lint', program: installed('oxlint'), arguments: [] },
  { name: 'format', program: installed('oxfmt'), arguments: ['--check', '.'] },
  { name: 'unused', program: installed('knip'), arguments: ['--no-progress'] },
  { name: 'scenarios', program: process.execPath, arguments: ['bin/offswitch.js', 'scenarios', 'check'] },
  { name: 'build', program: process.execPath, arguments: ['scripts/build.ts'] },
  { name: 'package', program: installed('publint'), arguments: ['--strict', 'dist'] },
];

function passes(step: Step): boolean {
  const started = performance.now();
  console.log(`\n== ${step.name}`);
  const { status, error } = spawnSync(step.program, step.arguments, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (error) console.error(error.message);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`== ${step.name}: ${status === 0 ? 'passed' : 'FAILED'} in ${seconds} s`);
  return status === 0;
}

/** `npm run check -- lint types` runs these steps only. */
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !STEPS.some((step) => step.name === name));
if (unknown.length > 0) throw new Error(`no such step: ${unknown.join(', ')} (known: ${STEPS.map(({ name }) => name).join(', ')})`);

const chosen = STEPS.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
const failed = chosen.filter((step) => !passes(step)).map(({ name }) => name);
console.log(
  failed.length === 0 ? `\nThe gate is open: ${chosen.length} steps passed.` : `\nThe gate is shut: ${failed.join(', ')} failed.`,
);
process.exitCode = failed.length === 0 ? 0 : 1;
